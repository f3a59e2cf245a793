import { chiSquareTail, normalCdf } from "../../base/index.ts";
import type { ExpectedGroup } from "../score/calibrate.ts";

/** Whether as many went bad as was expected, group by group. */
export interface HosmerLemeshow {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * Σ (observed − expected)² ÷ (expected · (1 − mean chance)) over groups of rows. `fitted`: the chances were fitted on
 * these very rows, which takes two degrees away. Null where fewer than one is left or nothing was expected of a group.
 */
export function hosmerLemeshow(groups: readonly ExpectedGroup[], fitted: boolean): HosmerLemeshow | null {
  const used = groups.filter(({ good, bad }) => good + bad > 0);
  const degrees = used.length - (fitted ? 2 : 0);
  if (degrees < 1 || used.some(({ expected }) => !(expected > 0 && expected < 1))) return null;
  const statistic = used.reduce((sum, { expected, good, bad }) => {
    const n = good + bad;
    const off = bad - n * expected;
    return sum + (off * off) / (n * expected * (1 - expected));
  }, 0);
  return { statistic, degrees, p: chiSquareTail(statistic, degrees) };
}

/** Spiegelhalter's z: Σ (y − p)(1 − 2p) ÷ √Σ (1 − 2p)² p (1 − p), with its two-sided p-value; null without variance. */
export function spiegelhalter(groups: readonly ExpectedGroup[]): { readonly z: number; readonly p: number } | null {
  let [sum, variance] = [0, 0];
  for (const { expected, good, bad } of groups) {
    const lean = 1 - 2 * expected;
    sum += lean * (bad * (1 - expected) - good * expected);
    variance += lean * lean * expected * (1 - expected) * (good + bad);
  }
  if (!(variance > 0)) return null;
  const z = sum / Math.sqrt(variance);
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}
