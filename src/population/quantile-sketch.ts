/**
 * Quantiles of a stream in bounded memory: values fall into bins of relative width 1/1024, each remembering
 * its least and greatest value. Exact wherever a bin holds one value, so for codes, counts and round sums.
 */
export interface QuantileSketch {
  add(value: number): void;
  readonly count: number;
  /** The value at rank ⌊share·(n−1)⌋; `null` of nothing. */
  quantile(share: number): number | null;
}

interface Bin {
  count: number;
  least: number;
  most: number;
}

export function createSketch(): QuantileSketch {
  const bins = new Map<number, Bin>();
  let count = 0;
  let ascending: readonly Bin[] | undefined;
  return {
    get count() {
      return count;
    },
    add: (value) => {
      ascending = undefined;
      count++;
      const key = binOf(value);
      const bin = bins.get(key);
      if (bin === undefined) {
        bins.set(key, { count: 1, least: value, most: value });
        return;
      }
      bin.count++;
      if (value < bin.least) bin.least = value;
      if (value > bin.most) bin.most = value;
    },
    quantile: (share) => {
      if (count === 0) return null;
      let rank = Math.floor(share * (count - 1));
      ascending ??= [...bins].sort(([a], [b]) => a - b).map(([, bin]) => bin);
      for (const bin of ascending) {
        if (rank < bin.count) return within(bin, rank);
        rank -= bin.count;
      }
      return null;
    },
  };
}

/** Ascending in the value; the sign is kept, zero and what is nearly zero share a bin. */
function binOf(value: number): number {
  const size = Math.abs(value);
  if (size < smallest) return 0;
  let exponent = 0;
  let mantissa = size / smallest;
  while (mantissa >= 65_536) {
    mantissa /= 65_536;
    exponent += 16;
  }
  while (mantissa >= 2) {
    mantissa /= 2;
    exponent++;
  }
  const key = 1 + exponent * 1_024 + Math.floor((mantissa - 1) * 1_024);
  return value < 0 ? -key : key;
}

const smallest = 1e-9;

function within({ least, most, count }: Bin, rank: number): number {
  return least === most ? least : least + ((most - least) * (rank + 0.5)) / count;
}
