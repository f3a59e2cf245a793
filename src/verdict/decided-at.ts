import type { MeasureSample } from "../statistics/index.ts";
import { compareMeasure } from "./compare.ts";

/** Beyond this a verdict is as good as certain. */
const smallest = 1e-9;

/**
 * The smallest error level at which the verdict on a measure still stands: its p-value, found by widening the interval
 * until the verdict falls. 1 where nothing is decided at 5 %; null for what is no estimate and cannot be in doubt.
 */
export function decidedAt(champion: MeasureSample, challenger: MeasureSample): number | null {
  if (champion.measure.method === "none" || champion.value === null || challenger.value === null) return null;
  const verdictAt = (alpha: number): string => compareMeasure(champion, challenger, 1 - alpha).verdict;
  const verdict = verdictAt(0.05);
  if (verdict === "undecided") return 1;
  if (verdictAt(smallest) === verdict) return smallest;
  // In halves of the exponent: the interval grows as the error shrinks, so the verdict falls once.
  let [holds, falls] = [0.05, smallest];
  for (let step = 0; step < 30; step++) {
    const middle = Math.sqrt(holds * falls);
    if (verdictAt(middle) === verdict) holds = middle;
    else falls = middle;
  }
  return holds;
}

/**
 * Holm's step-down correction: the p-values of one family, each raised so that at 5 % at most one family in twenty has
 * any false verdict. Nulls are not of the family.
 */
export function holm(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }])).toSorted((a, b) => a.value - b.value || a.index - b.index);
  const adjusted = new Map<number, number>();
  let highest = 0;
  known.forEach(({ value, index }, rank) => {
    highest = Math.max(highest, Math.min(1, value * (known.length - rank)));
    adjusted.set(index, highest);
  });
  return values.map((_, index) => adjusted.get(index) ?? null);
}
