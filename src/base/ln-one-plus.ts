import { ln } from "./ln.ts";

/** ln(1 + x) without losing the small digits of x; −Infinity at −1, NaN below. Kahan's correction. */
export function lnOnePlus(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  return sum === Number.POSITIVE_INFINITY ? sum : (ln(sum) * x) / (sum - 1);
}
