import { exp } from "./exp.ts";

/** 1 / (1 + e^−x): a share in [0, 1] from log-odds; small shares keep their digits. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
