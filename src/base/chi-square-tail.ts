import { exp } from "./exp.ts";
import { normalCdf } from "./normal-cdf.ts";

/**
 * The chance that a chi-square variable of so many degrees of freedom is greater than x; NaN for fewer than one.
 * A finite sum: of Poisson terms where the degrees are even, else a normal tail and terms of half steps.
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1 || x !== x) return Number.NaN;
  if (x <= 0) return 1;
  const even = degrees % 2 === 0;
  let tail = even ? 0 : 2 * normalCdf(-Math.sqrt(x));
  let term = even ? exp(-x / 2) : Math.sqrt((2 * x) / Math.PI) * exp(-x / 2);
  for (let step = even ? 2 : 3; step <= degrees; step += 2) {
    tail += term;
    term *= x / step;
  }
  return Math.min(1, tail);
}
