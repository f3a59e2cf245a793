import { normalQuantile } from "../base/index.ts";

/** How sure an experiment is to be. */
export interface Sureness {
  /** Chance to call a difference that is not there, on both sides together. */
  readonly level: number;
  /** Chance to see the difference that is there. */
  readonly power: number;
}

/**
 * Persons in each of two arms to tell shares p1 and p2 apart: Fleiss, Levin and Paik, Statistical Methods for Rates and
 * Proportions (2003), chapter 4. Infinity where they are the same.
 */
export function proportionsSize(p1: number, p2: number, { level, power }: Sureness): number {
  const mean = (p1 + p2) / 2;
  const reach = normalQuantile(1 - level / 2) * Math.sqrt(2 * mean * (1 - mean)) + normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return (reach * reach) / ((p1 - p2) * (p1 - p2));
}

/** The same with the continuity correction of Fleiss, Tytun and Ury (1980). */
export function correctedSize(p1: number, p2: number, sureness: Sureness): number {
  const size = proportionsSize(p1, p2, sureness);
  const root = 1 + Math.sqrt(1 + 4 / (size * Math.abs(p1 - p2)));
  return (size / 4) * root * root;
}

/** Persons in each of two arms to tell means apart: (z + z)² · (σ₁² + σ₂²) ÷ δ², the variances a person's. */
export function meansSize(variances: readonly [number, number], difference: number, { level, power }: Sureness): number {
  const reach = normalQuantile(1 - level / 2) + normalQuantile(power);
  return (reach * reach * (variances[0] + variances[1])) / (difference * difference);
}
