export { makeSolver, usualBudget } from "./logic/solver.ts";
export { isExactly, makeSpace, presenceOf } from "./logic/space.ts";
export { modelPolicy } from "./model.ts";
export { makeDecider } from "./outcomes/said-outcome.ts";
export { known } from "./terms/term.ts";
