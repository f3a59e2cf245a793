import type { TwoByTwo } from "./two-by-two.ts";

/** Tables as likely as the one found count, although doubles differ in their last digits. */
const even = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: the chance, with both margins given, of a table no likelier than the one found
 * (R. A. Fisher 1935; two-sided as R's fisher.test). 1 where a margin is empty.
 */
export function fisherExact({ group, of, reference, ofReference }: TwoByTwo): number {
  const successes = group + reference;
  const least = Math.max(0, successes - ofReference);
  const most = Math.min(of, successes);
  // From the mode outwards, in multiples of its chance: nothing overflows, and what underflows does not matter.
  const mode = Math.min(most, Math.max(least, Math.floor(((of + 1) * (successes + 1)) / (of + ofReference + 2))));
  const up = (k: number): number => ((of - k) * (successes - k)) / ((k + 1) * (ofReference - successes + k + 1));
  const weights = new Float64Array(most - least + 1);
  weights[mode - least] = 1;
  for (let k = mode; k < most; k++) weights[k + 1 - least] = (weights[k - least] ?? 0) * up(k);
  for (let k = mode; k > least; k--) weights[k - 1 - least] = (weights[k - least] ?? 0) / up(k - 1);
  const found = (weights[group - least] ?? 0) * even;
  let [tail, all] = [0, 0];
  for (const weight of weights) {
    all += weight;
    if (weight <= found) tail += weight;
  }
  return Math.min(1, tail / all);
}
