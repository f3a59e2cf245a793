import { jackknifeInterval, type Bounds } from "../../base/index.ts";
import { jackknifeGroups } from "../../simulation/index.ts";
import type { FairnessCount } from "./fairness-tally.ts";
import type { GroupCounts } from "./group-counts.ts";

/** A difference with its interval at 95 %; null over nothing. */
export interface FairDifference {
  readonly value: number | null;
  readonly interval: Bounds | null;
}

/** What accounts of a group are opened with, beside those of the reference. */
export interface FairTerm {
  /** Mean over the accounts opened; null where there are none. */
  readonly mean: number | null;
  /** Less the reference's. */
  readonly difference: FairDifference;
  /** The same within bands of the score, weighted by how many of both stand in each. */
  readonly sameScore: FairDifference;
}

/** The mean limit, or fee, of the accounts opened. */
export function fairTerm(own: GroupCounts, reference: GroupCounts | undefined, amount: "limitFen" | "feeBps"): FairTerm {
  const mean = meanOf(own, amount, {});
  if (reference === undefined) return { mean, difference: none, sameScore: none };
  const apart = (without?: number): number | null => less(meanOf(own, amount, { without }), meanOf(reference, amount, { without }));
  return { mean, difference: jackknifed(apart), sameScore: jackknifed((without) => standardised(own, reference, amount, without)) };
}

const none: FairDifference = { value: null, interval: null };

function meanOf(counts: GroupCounts, amount: FairnessCount, slice: { readonly band?: string; readonly without?: number | undefined }): number | null {
  const accounts = counts.of("accounts", slice);
  return accounts > 0 ? counts.of(amount, slice) / accounts : null;
}

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

function jackknifed(at: (without?: number) => number | null): FairDifference {
  const value = at();
  if (value === null) return none;
  const parts = Array.from({ length: jackknifeGroups }, (_, group) => at(group));
  const known = parts.filter((part) => part !== null);
  return { value, interval: known.length < parts.length ? null : jackknifeInterval(value, known) };
}

/** Within each band of the score, then over the bands: a band counts as far as it holds accounts of both. */
function standardised(own: GroupCounts, reference: GroupCounts, amount: "limitFen" | "feeBps", without?: number): number | null {
  let [sum, weights] = [0, 0];
  for (const band of own.bands) {
    if (band === "missing") continue;
    const slice = { band, without };
    const [a, b] = [own.of("accounts", slice), reference.of("accounts", slice)];
    const difference = less(meanOf(own, amount, slice), meanOf(reference, amount, slice));
    if (difference === null) continue;
    const weight = (a * b) / (a + b);
    sum += weight * difference;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}
