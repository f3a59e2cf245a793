import { ln } from "../../base/index.ts";

/** How far the bins of a fact tell goods from bads. */
export interface Information {
  /** Σ (g − b) · ln (g ÷ b) over the shares of goods and bads. */
  readonly value: number;
  /** ln (g ÷ b) of each bin, 0 for an empty one: weight of evidence. */
  readonly weights: readonly number[];
  /** Bins with goods alone or bads alone: half a row was added to both, or there would be no logarithm. */
  readonly adjusted: number;
}

/** Information value from counts by bin; null where there are no goods or no bads. */
export function informationValue(goods: readonly number[], bads: readonly number[]): Information | null {
  const [allGoods, allBads] = [total(goods), total(bads)];
  if (!(allGoods > 0) || !(allBads > 0)) return null;
  let [value, adjusted] = [0, 0];
  const weights = goods.map((good, bin) => {
    const bad = bads[bin] ?? 0;
    if (good === 0 && bad === 0) return 0;
    const half = good === 0 || bad === 0 ? 0.5 : 0;
    if (half > 0) adjusted++;
    const [g, b] = [(good + half) / allGoods, (bad + half) / allBads];
    const weight = ln(g / b);
    value += (g - b) * weight;
    return weight;
  });
  return { value, weights, adjusted };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
