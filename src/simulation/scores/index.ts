// The score that decisions read: where it comes from, how it ages and fails, and how it turned out.
export { compareWithRightScore } from "./compare-scores.ts";
export { countApproved, countBase, countConsidered, countEarly, countMature } from "./count-scores.ts";
export { outcomeIn } from "./read-scores.ts";
export { drift, rechecksOf } from "./rechecks.ts";
export { separation, type Separation } from "./separation.ts";
export { stabilityIndex } from "./stability.ts";
export { beginScore, keepScore, rescore } from "./keep-score.ts";
export { scoreBin, scoreBins } from "./score-bins.ts";
export {
  fairnessFigures, fairnessGroups, fairnessStart, fairnessTraits, isChecked, mergeScoreTallies, newScoreTally, scoreOutcomes,
  type FairnessFigure, type FairnessTrait, type ScoreFrame, type ScoreOutcome, type ScoreTally,
} from "./score-tally.ts";
export { findScore, prepareScoring, scoreFrame, type ScoreSlots, type Scoring } from "./scoring.ts";
