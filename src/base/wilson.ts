import type { Bounds } from "./interval.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * Wilson's score interval of a share: successes among trials. `null` over no trials. The end at 0 or 1 is
 * exact where no or all trials succeed. E. B. Wilson 1927, without continuity correction.
 */
export function wilson(successes: number, trials: number, confidence = 0.95): Bounds | null {
  if (!(trials > 0)) return null;
  if (!(successes >= 0 && successes <= trials))
    throw new Error(`${successes} of ${trials} is no share`);
  const z = normalQuantile(0.5 + confidence / 2);
  const square = z * z;
  const scale = 1 / (trials + square);
  const centre = (successes + square / 2) * scale;
  const spread = z * scale * Math.sqrt((successes * (trials - successes)) / trials + square / 4);
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - spread),
    high: successes === trials ? 1 : Math.min(1, centre + spread),
  };
}
