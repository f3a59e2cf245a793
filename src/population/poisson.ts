import { exp } from "../base/index.ts";

/** A Poisson count of this mean by inversion of one uniform; at most `most`, which also bounds the loop. */
export function poisson(uniform: number, mean: number, most: number): number {
  let term = exp(-mean);
  let sum = term;
  let count = 0;
  while (uniform > sum && count < most) {
    count++;
    term *= mean / count;
    sum += term;
  }
  return count;
}
