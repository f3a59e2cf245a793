/** How far a score keeps good and bad apart, from counts by bin of rising score. */
export interface Separation {
  /** Pairs of a good and a bad one in which the good one scores higher; ties count half. */
  readonly concordant: number;
  readonly pairs: number;
  /** The greatest gap of the cumulative counts, times goods and bads: KS × pairs. */
  readonly widestGap: number;
}

/**
 * Exact for the counts given: AUC = concordant ÷ pairs with ties of one bin at one half, Gini = 2·AUC − 1,
 * KS = widestGap ÷ pairs. No pairs where one side is empty.
 */
export function separation(good: readonly number[], bad: readonly number[]): Separation {
  const goods = total(good);
  const bads = total(bad);
  let badBelow = 0;
  let goodBelow = 0;
  let twice = 0;
  let widest = 0;
  good.forEach((g, bin) => {
    const b = bad[bin] ?? 0;
    twice += g * (2 * badBelow + b);
    badBelow += b;
    goodBelow += g;
    widest = Math.max(widest, Math.abs(badBelow * goods - goodBelow * bads));
  });
  return { concordant: twice / 2, pairs: goods * bads, widestGap: widest };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
