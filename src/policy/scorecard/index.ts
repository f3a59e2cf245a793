export type { AlarmProcedure } from "./alarm-procedure.ts";
export { readScorecard } from "./read-scorecard.ts";
export { inForce, scoreFact, throughScore, type CalibrationStep, type Characteristic, type NumberBin, type Scorecard, type ValueBin } from "./scorecard.ts";
export { scorecardShape } from "./scorecard-shape.ts";
export { makeScorer, withOwnScore, type Scorer } from "./scorer.ts";
