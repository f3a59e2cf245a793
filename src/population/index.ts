export type { CustomerBlock, LatentColumns, Population } from "./population.ts";
export { createCsvFeed, parseCsv, type CsvFeed, type CsvProblem } from "./read-csv.ts";
export {
  createImport,
  type CustomerImport,
  type ImportInputs,
  type ImportResult,
} from "./create-import.ts";
export { importedPopulation, type ImportedData } from "./imported-population.ts";
export {
  describePopulation,
  type FactDescription,
  type PopulationDescription,
} from "./describe-population.ts";
export type { Mapping } from "./mapping-schema.ts";
export { populationCsvRows, type CsvCell } from "./population-csv-rows.ts";
export { populationSchemas } from "./population-schemas.ts";
export { producedFacts } from "./draw-customers.ts";
export type { ImportProblem } from "./problem-ledger.ts";
export { profileSchema, type Profile } from "./profile-schema.ts";
export { purposes, staticMonth } from "./purposes.ts";
export { readMapping } from "./read-mapping.ts";
export { readProfile } from "./read-profile.ts";
export { highestKs, noiseForKs } from "./score-noise.ts";
export { withAttributes } from "./with-attributes.ts";
export { synthesise, type SyntheticInputs } from "./synthesise.ts";
export { identityOf, type Identity } from "./identity.ts";
export type { ImportSummary } from "./import-summary.ts";
export { populationQuality, type QualityReport } from "./quality/population-quality.ts";
export type { ColumnShape, PairTrend } from "./quality/compare-columns.ts";
