/** How well a score puts those who turned out good above those who turned out bad: row by row, nothing grouped. */
export interface Ranking {
  readonly goods: number;
  readonly bads: number;
  /** P(good scores higher) + ½ P(equal). */
  readonly auc: number;
  /** Standard error of the area by DeLong, DeLong and Clarke-Pearson 1988; NaN with fewer than two of either kind. */
  readonly error: number;
  /** Greatest distance between the two distributions. */
  readonly ks: number;
  /** The score at or below which they lie that far apart. */
  readonly ksAt: number;
}

/** Scores of goods and bads, in any order and without NaN; null where one side is empty. */
export function rankRows(goodScores: Float64Array, badScores: Float64Array): Ranking | null {
  const [goods, bads] = [goodScores.length, badScores.length];
  if (goods === 0 || bads === 0) return null;
  const good = goodScores.toSorted();
  const bad = badScores.toSorted();
  const places = placeAll(good, bad);
  return { goods, bads, ...places };
}

/** One pass over both in order of score: each distinct score is a step of so many goods and so many bads. */
function placeAll(good: Float64Array, bad: Float64Array): Omit<Ranking, "goods" | "bads"> {
  const [goods, bads] = [good.length, bad.length];
  const ofGoods = spread();
  const ofBads = spread();
  let [g, b, ks, ksAt] = [0, 0, 0, Number.NaN];
  while (g < goods || b < bads) {
    const score = Math.min(good[g] ?? Number.POSITIVE_INFINITY, bad[b] ?? Number.POSITIVE_INFINITY);
    const [goodsBelow, badsBelow] = [g, b];
    while (g < goods && good[g] === score) g++;
    while (b < bads && bad[b] === score) b++;
    // Of a good one: the share of bads below her; of a bad one: the share of goods above her. Ties count half.
    ofGoods.add((badsBelow + (b - badsBelow) / 2) / bads, g - goodsBelow);
    ofBads.add((goods - g + (g - goodsBelow) / 2) / goods, b - badsBelow);
    const gap = Math.abs(b / bads - g / goods);
    if (gap > ks) [ks, ksAt] = [gap, score];
  }
  const error = Math.sqrt(ofGoods.variance() / goods + ofBads.variance() / bads);
  return { auc: ofGoods.mean(), error, ks, ksAt };
}

/** Mean and variance of values that come with counts, by differences from the mean so far. */
function spread() {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add(value: number, times: number): void {
      if (times === 0) return;
      const off = value - mean;
      count += times;
      mean += (off * times) / count;
      squares += off * (value - mean) * times;
    },
    mean: () => mean,
    variance: () => (count < 2 ? Number.NaN : squares / (count - 1)),
  };
}
