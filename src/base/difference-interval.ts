import type { Bounds } from "./interval.ts";

/** A value and its interval. */
export interface Estimated extends Bounds {
  readonly value: number;
}

/**
 * The interval of `to` less `from`, two estimates that share nothing, from the interval of each (Newcombe 1998, method 10,
 * for shares with Wilson's intervals; the method of variance estimates recovery, Zou and Donner 2008, for others).
 */
export function differenceInterval(from: Estimated, to: Estimated): Bounds {
  const difference = to.value - from.value;
  return {
    low: difference - length(to.value - to.low, from.high - from.value),
    high: difference + length(to.high - to.value, from.value - from.low),
  };
}

const length = (a: number, b: number): number => Math.sqrt(a * a + b * b);
