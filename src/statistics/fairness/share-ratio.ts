import { exp, ln, normalCdf, normalQuantile, type Bounds } from "../../base/index.ts";
import type { TwoByTwo } from "./two-by-two.ts";

/** The share of a group divided by the share of the reference. */
export interface ShareRatio {
  /** Null where the reference has no success: nothing to divide by. */
  readonly value: number | null;
  /** Null where either group is empty or nobody succeeds; the high end is null where there is none. */
  readonly interval: { readonly low: number; readonly high: number | null } | null;
}

/** Koopman's score interval of a ratio of two shares (Biometrics 1984; 40: 513–517). */
export function shareRatio(table: TwoByTwo, confidence = 0.95): ShareRatio {
  const { group, of, reference, ofReference } = table;
  if (of === 0 || ofReference === 0 || group + reference === 0) return { value: null, interval: null };
  const z = normalQuantile(0.5 + confidence / 2);
  const value = reference === 0 ? null : group / of / (reference / ofReference);
  const low = group === 0 ? 0 : root(table, z);
  const high = reference === 0 ? null : root(table, -z);
  return { value, interval: { low, high } };
}

/** The chance of a ratio no higher than the one found if the true one were `ratio`: one-sided, by the score test. */
export function ratioBelow(table: TwoByTwo, ratio: number): number | null {
  if (table.of === 0 || table.ofReference === 0 || table.group + table.reference === 0) return null;
  return normalCdf(score(table, ratio));
}

/**
 * How many standard errors the shares lie apart where their ratio is `ratio`: with the shares most likely under that.
 * At 1 it is the pooled two-proportion z.
 */
function score({ group, of, reference, ofReference }: TwoByTwo, ratio: number): number {
  const a = (of + ofReference) * ratio;
  const b = of * ratio + group + ofReference + reference * ratio;
  const c = group + reference;
  // The smaller root of a quadratic, so written that no digits cancel.
  const other = Math.min(1, 1 / ratio, (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c))));
  const own = other * ratio;
  const variance = (own * (1 - own)) / of + (ratio * ratio * other * (1 - other)) / ofReference;
  const apart = group / of - (ratio * reference) / ofReference;
  if (variance > 0) return apart / Math.sqrt(variance);
  return apart === 0 ? 0 : apart > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** The ratio at which the score is +z: the score falls as the ratio rises. */



function root(table: TwoByTwo, wanted: number): number {
  const bounds: { low: number; high: number } = { low: ln(1e-9), high: ln(1e9) } satisfies Bounds;
  for (let step = 0; step < 80; step++) {
    const middle = (bounds.low + bounds.high) / 2;
    if (score(table, exp(middle)) > wanted) bounds.low = middle;
    else bounds.high = middle;
  }
  return exp((bounds.low + bounds.high) / 2);
}
