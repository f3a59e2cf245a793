import type { Text } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";

/** What one band of a number is worth: from `from` (the least value where absent) to under `below` (no end). */
export interface NumberBin {
  readonly from?: number;
  readonly below?: number;
  readonly points: number;
}

/** What some values of an enumeration or a boolean are worth. */
export interface ValueBin {
  readonly in: readonly (string | boolean)[];
  readonly points: number;
}

/** A fact and what its values are worth. */
export interface Characteristic {
  readonly fact: FactName;
  readonly bins: readonly (NumberBin | ValueBin)[];
  /** What a missing value is worth; `no-score`: without it there is no score at all. */
  readonly missing?: number | "no-score";
}

/** From so many points on, so many of 10,000 are expected to default within twelve months. */
export interface CalibrationStep {
  readonly from: number;
  readonly defaultBps: number;
}

/** A scoring model: base points and what each fact adds or takes away. The sum, rounded, is `score.points`. */
export interface Scorecard {
  readonly title: Text;
  /** `draft`: read and checked, but decisions go on using the score that the customers came with. */
  readonly status: "in-force" | "draft";
  readonly basePoints: number;
  readonly characteristics: readonly Characteristic[];
  /** By rising points; absent: the score says nothing about how many default. */
  readonly calibration?: readonly CalibrationStep[];
}

/** The fact that a scorecard produces. */
export const scoreFact: FactName = "score.points";

/** The scorecard that decisions rest on, if there is one. */
export function inForce(scorecard: Scorecard | undefined): Scorecard | undefined {
  return scorecard?.status === "in-force" ? scorecard : undefined;
}

/** What is read when `names` are: a score that the policy makes itself is read through the facts it is made of. */
export function throughScore(names: readonly FactName[], scorecard: Scorecard | undefined): readonly FactName[] {
  const own = inForce(scorecard);
  if (own === undefined || !names.includes(scoreFact)) return names;
  return [...new Set([...names.filter((name) => name !== scoreFact), ...own.characteristics.map(({ fact }) => fact)])];
}
