/** Kolmogorov and Smirnov's distance of two samples; null where either is empty. Values that are missing are left out before. */
export function ksDistance(a: Float64Array, b: Float64Array): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const [x, y] = [a.toSorted(), b.toSorted()];
  let [i, j, widest] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i] ?? Number.POSITIVE_INFINITY, y[j] ?? Number.POSITIVE_INFINITY);
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    widest = Math.max(widest, Math.abs(i / x.length - j / y.length));
  }
  return widest;
}

/** Half the summed differences of the shares of each value; null where either side counts nothing. */
export function totalVariation(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number | null {
  const [n, m] = [sum(a), sum(b)];
  if (n === 0 || m === 0) return null;
  let apart = 0;
  for (const value of new Set([...a.keys(), ...b.keys()])) apart += Math.abs((a.get(value) ?? 0) / n - (b.get(value) ?? 0) / m);
  return apart / 2;
}

const sum = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);

/** How often each value occurs; `missing` stands for a value that is not there. */
export function countValues(values: Iterable<number>, missing: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = value === value ? value : missing;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Pearson's correlation over the rows that have both; null where there are fewer than two or one does not vary. */
export function correlation(a: Float64Array, b: Float64Array): number | null {
  let [n, meanA, meanB, squareA, squareB, product] = [0, 0, 0, 0, 0, 0];
  // Welford's way: no cancellation where amounts are large.
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] ?? Number.NaN, b[at] ?? Number.NaN];
    if (x !== x || y !== y) continue;
    n++;
    const [dx, dy] = [x - meanA, y - meanB];
    meanA += dx / n;
    meanB += dy / n;
    squareA += dx * (x - meanA);
    squareB += dy * (y - meanB);
    product += dx * (y - meanB);
  }
  return n > 1 && squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : null;
}
