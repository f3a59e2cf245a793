export type { CustomerBlock, LatentColumns, Population } from "./population.ts";
export { producedFacts } from "./draw-customers.ts";
export { profileSchema, type Profile } from "./profile-schema.ts";
export { purposes, staticMonth } from "./purposes.ts";
export { readProfile } from "./read-profile.ts";
export { highestKs, noiseForKs } from "./score-noise.ts";
export { synthesise, type SyntheticInputs } from "./synthesise.ts";
