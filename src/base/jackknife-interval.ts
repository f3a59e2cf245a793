import type { Bounds } from "./interval.ts";
import { studentQuantile } from "./student-quantile.ts";

/**
 * The delete-a-group jackknife around an estimate: `leaveOneOut[i]` is the estimate without group i. The
 * variance is (g − 1)/g · Σ(θᵢ − θ̄)², the quantile Student's with g − 1 degrees of freedom. With 16 groups or more
 * the groups themselves say how lopsided and heavy-tailed they are, and the interval follows. `null` where
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
  if (error === 0) return { low: total, high: total };
  const shape = groups < fewestForShape ? even(groups) : shapeOf(leaveOneOut, total + mean, squares / groups);
  const quantile = studentQuantile(0.5 + confidence / 2, shape.degrees);
  const capped = Math.min(quantile, farthestShifted);
  const shift = (error * shape.skewness * (1 + capped * capped)) / (6 * Math.sqrt(groups));
  const reach = error * quantile;
  return { low: Math.min(total, total + shift - reach), high: Math.max(total, total + shift + reach) };
}

/** Fewer groups say too little of their own shape. */
const fewestForShape = 16;
/** The shift grows no further from here on, and no skewness counts for more: so wider confidence is always a wider interval. */
const farthestShifted = 4;
const mostSkewed = 3;

interface Shape {
  /** Of the groups' own shares in the estimate. */
  readonly skewness: number;
  /** Degrees of freedom of the variance. */
  readonly degrees: number;
}

const even = (groups: number): Shape => ({ skewness: 0, degrees: groups - 1 });

/**
 * The second-order correction of Student's interval for skewness (N. J. Johnson, JASA 1978; 73: 536–544), and the degrees of
 * freedom that the fourth moment leaves to the variance (Satterthwaite's): 2g ÷ (kurtosis − (g − 3)/(g − 1)), at most g − 1.
 */
function shapeOf(leaveOneOut: readonly number[], mean: number, variance: number): Shape {
  const groups = leaveOneOut.length;
  let [cubes, fourths] = [0, 0];
  for (const estimate of leaveOneOut) {
    // Left out, a large group leaves a small estimate: the signs are turned.
    const z = (mean - estimate) / Math.sqrt(variance);
    cubes += (z * z * z) / groups;
    fourths += (z * z * z * z) / groups;
  }
  const unbiased = (cubes * Math.sqrt((groups * (groups - 1)))) / (groups - 2);
  const degrees = Math.floor((2 * groups) / Math.max(1, fourths - (groups - 3) / (groups - 1)));
  return { skewness: Math.max(-mostSkewed, Math.min(mostSkewed, unbiased)), degrees: Math.max(3, Math.min(groups - 1, degrees)) };
}
