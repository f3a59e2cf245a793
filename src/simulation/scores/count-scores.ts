import { jackknifeGroups } from "../tally.ts";
import type { CustomerState } from "../customer-state.ts";
import type { World } from "../world.ts";
import { raisedBy } from "./keep-score.ts";
import { scoreBin, scoreBins } from "./score-bins.ts";
import { fairnessFigures, fairnessGroups, fairnessStart, scoreOutcomes } from "./score-tally.ts";

const matureCycles = 4;
const earlyCycles = 2;

/** An account reaches twelve months: how the score it was opened with turned out. */
export function countMature(w: World, s: CustomerState): void {
  countOutcome(w, s, s.everMissed >= matureCycles ? 1 : 0);
}

/** An account reaches six months: 31 days past due by then is a first sign. */
export function countEarly(w: World, s: CustomerState): void {
  countOutcome(w, s, s.everMissed >= earlyCycles ? 3 : 2);
}

function countOutcome(w: World, s: CustomerState, outcome: number): void {
  if (s.month < 0) return;
  const { byGroup, byMonth } = w.hand.part.scores;
  add(byGroup, ((s.customer % jackknifeGroups) * scoreOutcomes.length + outcome) * scoreBins + s.openingBin);
  add(byMonth, (s.month * scoreOutcomes.length + outcome) * scoreBins + s.openingBin);
}

/** The score of a customer at month-end, for the next re-check: as it is, whatever the cut-offs are. */
export function countBase(w: World, s: CustomerState): void {
  if (s.month < 0) return;
  const raised = w.scoring === undefined ? 0 : raisedBy(s, w.scoring);
  add(w.hand.part.scores.base, s.month * scoreBins + scoreBin((w.row[w.score.slot] ?? Number.NaN) + raised));
}

/** She is considered for the first time: her groups, and the score she is considered with. */
export function countConsidered(w: World, s: CustomerState): void {
  const points = w.row[w.score.slot] ?? Number.NaN;
  countFairness(w, s, 0, 1);
  if (points !== points) return;
  countFairness(w, s, 2, 1);
  countFairness(w, s, 3, points);
}

/** She is approved for the first time. */
export function countApproved(w: World, s: CustomerState): void {
  countFairness(w, s, 1, 1);
}

function countFairness(w: World, s: CustomerState, figure: number, amount: number): void {
  if (s.month < 0) return;
  const { fairness } = w.hand.part.scores;
  const { row, score } = w;
  const base = (s.customer % jackknifeGroups) * fairnessGroups;
  const gender = row[score.gender] ?? Number.NaN;
  const region = row[score.region] ?? Number.NaN;
  const age = row[score.age] ?? Number.NaN;
  if (gender === gender) add(fairness, (base + fairnessStart.gender + gender) * fairnessFigures.length + figure, amount);
  if (region === region) add(fairness, (base + fairnessStart.region + region) * fairnessFigures.length + figure, amount);
  if (age === age) add(fairness, (base + fairnessStart.age + ageBand(age)) * fairnessFigures.length + figure, amount);
}

/** Under 25, 25 to 34, 35 to 49, 50 and over. */
const ageBand = (age: number): number => (age < 25 ? 0 : age < 35 ? 1 : age < 50 ? 2 : 3);

function add(array: Float64Array, at: number, amount = 1): void {
  array[at] = (array[at] ?? 0) + amount;
}
