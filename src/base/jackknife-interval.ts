import type { Bounds } from "./interval.ts";
import { studentQuantile } from "./student-quantile.ts";

/**
 * The delete-a-group jackknife around an estimate: `leaveOneOut[i]` is the estimate without group i. The
 * variance is (g − 1)/g · Σ(θᵢ − θ̄)², the quantile Student's with g − 1 degrees of freedom. `null` where
 * there are fewer than two groups or an estimate is not a number: an interval that cannot be had is not guessed.
 */
export function jackknifeInterval(
  total: number,
  leaveOneOut: readonly number[],
  confidence = 0.95,
): Bounds | null {
  const groups = leaveOneOut.length;
  if (groups < 2 || !Number.isFinite(total) || !leaveOneOut.every(Number.isFinite)) return null;
  let mean = 0;
  for (const estimate of leaveOneOut) mean += (estimate - total) / groups; // differences: no cancellation
  let squares = 0;
  for (const estimate of leaveOneOut)
    squares += (estimate - total - mean) * (estimate - total - mean);
  const error = Math.sqrt((squares * (groups - 1)) / groups);
  const reach = error === 0 ? 0 : error * studentQuantile(0.5 + confidence / 2, groups - 1);
  return { low: total - reach, high: total + reach };
}
