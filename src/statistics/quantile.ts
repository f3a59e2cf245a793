import { jackknifeInterval, type Bounds } from "../base/index.ts";
import type { Quantile } from "./measure.ts";
import type { Sums } from "./sums.ts";

/** The upper edge of the bin in which a share of a histogram is reached; the last edge beyond it; NaN of an empty one. */
function quantileOf({ histogram, share }: Quantile, sums: Sums): number {
  const { edges, counts } = sums.histogram(histogram);
  const total = totalOf(counts);
  let reached = 0;
  for (const [bin, each] of counts.entries()) {
    reached += each;
    if (total > 0 && reached >= total * share) return edges[Math.min(bin, edges.length - 1)] ?? Number.NaN;
  }
  return Number.NaN;
}

const totalOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

/** 1 where a histogram counts anything. */
export const anyIn = (histogram: string) => (sums: Sums): number => (sums.histogram(histogram).counts.some((each) => each > 0) ? 1 : 0);

/** A quantile; 0 of an empty histogram, which `anyIn` tells apart. */
export const quantileOrZero = (quantile: Quantile) => (sums: Sums): number => {
  const value = quantileOf(quantile, sums);
  return value === value ? value : 0;
};

/** What the interval of a quantile is made from: plain data. */
export interface QuantileSpread {
  readonly share: number;
  /** Share at or below the quantile: of everybody, then without each group of customers. */
  readonly below: readonly number[];
  /** Values, rising, and the share at or below each. */
  readonly steps: readonly (readonly [value: number, share: number])[];
}

/** The spread of a quantile over a run that is cut up; undefined where a part of it counts nothing. */
export function quantileSpread(quantile: Quantile, whole: Sums, without: readonly Sums[]): QuantileSpread | undefined {
  const value = quantileOf(quantile, whole);
  const { edges, counts } = whole.histogram(quantile.histogram);
  const total = totalOf(counts);
  let reached = 0;
  const steps = counts.flatMap((count, bin): QuantileSpread["steps"] => {
    reached += count;
    return count === 0 ? [] : [[edges[Math.min(bin, edges.length - 1)] ?? Number.NaN, reached / total]];
  });
  const below = [whole, ...without].map((sums) => shareUpTo(value, quantile.histogram, sums));
  return below.every(Number.isFinite) ? { share: quantile.share, below, steps } : undefined;
}

/**
 * Woodruff's interval of a quantile (JASA 1952; 47: 635–646): how surely the share at or below it is known, by the jackknife
 * over groups of customers, and the quantiles at the ends of that. Null where the share's interval cannot be had.
 */
export function quantileBounds({ share, below, steps }: QuantileSpread, confidence: number): Bounds | null {
  const [found = Number.NaN, ...parts] = below;
  const bounds = jackknifeInterval(found, parts, confidence);
  if (bounds === null) return null;
  const reach = (bounds.high - bounds.low) / 2;
  const at = (wanted: number): number => (steps.find(([, reached]) => reached >= wanted) ?? steps.at(-1))?.[0] ?? Number.NaN;
  return { low: at(share - reach), high: at(Math.min(1, share + reach)) };
}

/** The share of a histogram at or below a value. */
function shareUpTo(value: number, histogram: string, sums: Sums): number {
  const { edges, counts } = sums.histogram(histogram);
  const below = counts.reduce((sum, count, bin) => ((edges[bin] ?? Number.POSITIVE_INFINITY) <= value ? sum + count : sum), 0);
  return below / totalOf(counts);
}
