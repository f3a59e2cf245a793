import { jackknifeGroups } from "../tally.ts";
import { scoreBins } from "./score-bins.ts";

/** How accounts turned out, by the score they were opened with. */
export const scoreOutcomes = ["good12", "bad12", "good6", "bad6"] as const;
export type ScoreOutcome = (typeof scoreOutcomes)[number];

/** Groups that a score may treat unequally: by gender, region and age. */
export const fairnessTraits = { gender: 2, region: 7, age: 4 } as const;
export type FairnessTrait = keyof typeof fairnessTraits;
export const fairnessGroups = fairnessTraits.gender + fairnessTraits.region + fairnessTraits.age;

/** Where the groups of a trait begin. */
export const fairnessStart: Readonly<Record<FairnessTrait, number>> = {
  gender: 0,
  region: fairnessTraits.gender,
  age: fairnessTraits.gender + fairnessTraits.region,
};

/** What is counted of a group: persons considered, approved, with a score, and the sum of their scores. */
export const fairnessFigures = ["considered", "approved", "scored", "points"] as const;
export type FairnessFigure = (typeof fairnessFigures)[number];

/** What a run says of its score: counts that merge by addition. */
export interface ScoreTally {
  /** [jackknife group][outcome][bin] */
  readonly byGroup: Float64Array;
  /** [month in which the outcome was known][outcome][bin] */
  readonly byMonth: Float64Array;
  /** [month][bin]: scores of all customers; of length 0 where the lender does not check its score again. */
  readonly base: Float64Array;
  /** [jackknife group][group of customers][figure] */
  readonly fairness: Float64Array;
}

/** How the lender checks its score from a month on. */
export interface ScoreChecks {
  readonly from: number;
  /** Months between re-checks; 0: none. */
  readonly every: number;
  readonly alarmPsi: number | null;
  readonly alarmKs: number | null;
}

/** How the lender checks its score, and what it predicts: what statistics need to know about a run. */
export interface ScoreFrame {
  /** In order of time: of the policy that the run begins with, and of one that takes all customers over. */
  readonly checks: readonly ScoreChecks[];
  /** The month in which the first fault of the score begins; null where there is none. */
  readonly faultFrom: number | null;
  /** The first month of what follows the alarm; null where nothing does. */
  readonly repairFrom: number | null;
  /** Defaults of 10,000 that the calibration expects, by bin; null: no calibration. */
  readonly expected: readonly number[] | null;
}

/** Whether the lender ever checks its score again. */
export function isChecked({ checks }: Pick<ScoreFrame, "checks">): boolean {
  return checks.some(({ every }) => every > 0);
}

/** An empty tally. */
export function newScoreTally(months: number, { checks }: Pick<ScoreFrame, "checks">): ScoreTally {
  return {
    byGroup: new Float64Array(jackknifeGroups * scoreOutcomes.length * scoreBins),
    byMonth: new Float64Array(months * scoreOutcomes.length * scoreBins),
    base: new Float64Array(isChecked({ checks }) ? months * scoreBins : 0),
    fairness: new Float64Array(jackknifeGroups * fairnessGroups * fairnessFigures.length),
  };
}

/** Adds tallies up; the arrays of the first say how long they are. */
export function mergeScoreTallies(list: readonly ScoreTally[], add: (arrays: readonly Float64Array[]) => Float64Array): ScoreTally {
  return {
    byGroup: add(list.map((one) => one.byGroup)),
    byMonth: add(list.map((one) => one.byMonth)),
    base: add(list.map((one) => one.base)),
    fairness: add(list.map((one) => one.fairness)),
  };
}
