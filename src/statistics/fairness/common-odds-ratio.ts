import { exp, ln, normalCdf, normalQuantile, type Bounds } from "../../base/index.ts";
import type { TwoByTwo } from "./two-by-two.ts";

/** What groups' odds come to within strata, over all strata. */
export interface CommonOddsRatio {
  /** Odds of the group ÷ odds of the reference, Mantel and Haenszel 1959; null where no stratum compares both. */
  readonly value: number | null;
  /** Robins, Breslow and Greenland 1986; null where the ratio is 0, endless or has no value. */
  readonly interval: Bounds | null;
  /** Cochran–Mantel–Haenszel chi-square with continuity correction, one degree of freedom; null where nothing varies. */
  readonly chiSquare: number | null;
  readonly pValue: number | null;
  /** Strata in which both groups stand and somebody succeeds and somebody fails. */
  readonly strata: number;
}

/** One odds ratio over several two-by-two tables, such as approval by group within bands of the score. */
export function commonOddsRatio(tables: readonly TwoByTwo[], confidence = 0.95): CommonOddsRatio {
  const sums = { r: 0, s: 0, pr: 0, qs: 0, mixed: 0, gap: 0, variance: 0, strata: 0 };
  for (const { group: a, of, reference: c, ofReference } of tables) {
    const n = of + ofReference;
    const [b, d] = [of - a, ofReference - c];
    if (of === 0 || ofReference === 0 || a + c === 0 || b + d === 0) continue;
    const [p, q, r, s] = [(a + d) / n, (b + c) / n, (a * d) / n, (b * c) / n];
    sums.strata += 1;
    sums.r += r;
    sums.s += s;
    sums.pr += p * r;
    sums.qs += q * s;
    sums.mixed += p * s + q * r;
    sums.gap += a - (of * (a + c)) / n;
    sums.variance += (((of * ofReference) / n) * ((a + c) / n) * (b + d)) / (n - 1);
  }
  const { r, s, strata } = sums;
  const value = s > 0 ? r / s : null;
  const chiSquare = sums.variance > 0 ? chiSquareOf(sums.gap, sums.variance) : null;
  const pValue = chiSquare === null ? null : 2 * normalCdf(-Math.sqrt(chiSquare));
  if (value === null || r === 0) return { value, interval: null, chiSquare, pValue, strata };
  const error = Math.sqrt(sums.pr / (2 * r * r) + sums.mixed / (2 * r * s) + sums.qs / (2 * s * s));
  const reach = normalQuantile(0.5 + confidence / 2) * error;
  return { value, interval: { low: exp(ln(value) - reach), high: exp(ln(value) + reach) }, chiSquare, pValue, strata };
}

function chiSquareOf(gap: number, variance: number): number {
  const corrected = Math.max(0, Math.abs(gap) - 0.5);
  return (corrected * corrected) / variance;
}
