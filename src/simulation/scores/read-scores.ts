import type { Tally } from "../tally.ts";
import { scoreBins } from "./score-bins.ts";
import { scoreOutcomes, type ScoreOutcome } from "./score-tally.ts";

/** Accounts by bin whose outcome became known in the month. */
export function outcomeIn(scores: Tally["scores"], kind: ScoreOutcome, month: number): readonly number[] {
  const start = (month * scoreOutcomes.length + scoreOutcomes.indexOf(kind)) * scoreBins;
  return bins((bin) => scores.byMonth[start + bin] ?? 0);
}

/** Scores of all customers in the month, by bin; empty where they are not checked again. */
export function baseIn(scores: Tally["scores"], month: number): readonly number[] {
  return scores.base.length === 0 ? [] : bins((bin) => scores.base[month * scoreBins + bin] ?? 0);
}

const bins = (of: (bin: number) => number): readonly number[] => Array.from({ length: scoreBins }, (_, bin) => of(bin));
