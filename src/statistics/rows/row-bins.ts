/** What one bin of a column holds. Ranges are open below and closed above; a missing end is no end. */
export type RowBin =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "range"; readonly above: number | null; readonly upTo: number | null }
  | { readonly kind: "missing" };

/** Bins of a column, made on some rows and good for all. */
export interface RowBins {
  readonly bins: readonly RowBin[];
  /** The bin of a value; NaN has the last one. */
  readonly of: (value: number) => number;
}

/** Up to so many different values each have a bin of their own. */
const mostValues = 12;

/**
 * Bins of a column of numbers: each value alone where there are few or they are codes; else about `groups` of equal
 * size on the rows given, cut between different values. What is missing stands alone, last.
 */
export function binRows(values: Float64Array, options: { readonly codes: boolean; readonly groups: number }): RowBins {
  const sorted = values.filter((value) => value === value).toSorted();
  const distinct = [...new Set(sorted)];
  if (options.codes || distinct.length <= mostValues) return byValue(distinct);
  return byRange(sorted, options.groups);
}

function byValue(distinct: readonly number[]): RowBins {
  const places = new Map(distinct.map((value, at) => [value, at]));
  const nearest = (value: number): number => {
    // A value that the rows did not have goes to the nearest one they had, so that a later sample has a place.
    let best = 0;
    distinct.forEach((known, at) => {
      if (Math.abs(known - value) < Math.abs((distinct[best] ?? known) - value)) best = at;
    });
    return best;
  };
  const bins: RowBin[] = distinct.map((value) => ({ kind: "value", value }));
  return { bins: [...bins, { kind: "missing" }], of: (value) => (value !== value ? distinct.length : (places.get(value) ?? nearest(value))) };
}

function byRange(sorted: Float64Array, groups: number): RowBins {
  const ends = [...new Set(Array.from({ length: groups - 1 }, (_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / groups) - 1] ?? 0))].filter((end) => end !== sorted.at(-1));
  const bins: RowBin[] = [...ends, null].map((upTo, at) => ({ kind: "range", above: ends[at - 1] ?? null, upTo }));
  return {
    bins: [...bins, { kind: "missing" }],
    of: (value) => {
      if (value !== value) return bins.length;
      let [low, high] = [0, ends.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (ends[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
