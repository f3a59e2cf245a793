import { createDraws, sobolPoints, streamKey, type Bounds } from "../../base/index.ts";

/** What a global analysis runs: two matrices, and the first with one column at a time from the second. */
export interface SobolDesign {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
  /** `mixed[factor][row]`: row of `a` with that factor from `b`. */
  readonly mixed: readonly (readonly (readonly number[])[])[];
}

/** How much of the variance one factor explains: alone, and with all that it does together with others. */
export interface SobolIndex {
  readonly first: number;
  readonly firstInterval: Bounds;
  readonly total: number;
  readonly totalInterval: Bounds;
}

const resamples = 400;

/** Saltelli's design on Sobol's points in the unit cube; at most ten factors. */
export function sobolDesign(rows: number, factors: number): SobolDesign {
  const points = sobolPoints(rows, factors * 2, 1);
  const a = points.map((point) => point.slice(0, factors));
  const b = points.map((point) => point.slice(factors));
  const mixed = Array.from({ length: factors }, (_, factor) => a.map((row, at) => row.with(factor, b[at]?.[factor] ?? 0)));
  return { a, b, mixed };
}

/** A function's values on a design. */
export interface SobolValues {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly mixed: readonly (readonly number[])[];
}

/**
 * First-order and total indices by Jansen's estimators (1999; Saltelli et al. 2010), with 95 % intervals from resampling the
 * rows. Where nothing varies, nothing explains it: all zero.
 */
export function sobolIndices(values: SobolValues): readonly SobolIndex[] {
  const rows = values.a.length;
  const draws = createDraws(streamKey("sobol/bootstrap", 0));
  const picks = Array.from({ length: resamples }, (_, sample) => Array.from({ length: rows }, (_row, row) => Math.floor(draws.uniform(sample, row, 0) * rows)));
  const all = Array.from({ length: rows }, (_, row) => row);
  return values.mixed.map((_, factor) => {
    const { first, total } = estimate(values, factor, all);
    const again = picks.map((pick) => estimate(values, factor, pick));
    return { first, firstInterval: spread(again.map((one) => one.first)), total, totalInterval: spread(again.map((one) => one.total)) };
  });
}

function estimate({ a, b, mixed }: SobolValues, factor: number, rows: readonly number[]): { readonly first: number; readonly total: number } {
  const own = mixed[factor] ?? [];
  let [sum, squares, fromB, fromA] = [0, 0, 0, 0];
  for (const row of rows) {
    const [x, y, m] = [a[row] ?? 0, b[row] ?? 0, own[row] ?? 0];
    sum += x + y;
    fromB += (y - m) * (y - m);
    fromA += (x - m) * (x - m);
  }
  const mean = sum / (2 * rows.length);
  for (const row of rows) squares += ((a[row] ?? 0) - mean) * ((a[row] ?? 0) - mean) + ((b[row] ?? 0) - mean) * ((b[row] ?? 0) - mean);
  const variance = squares / (2 * rows.length);
  if (variance === 0) return { first: 0, total: 0 };
  return { first: 1 - fromB / (2 * rows.length * variance), total: fromA / (2 * rows.length * variance) };
}

function spread(values: readonly number[]): Bounds {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
