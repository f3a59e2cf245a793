import type { Sums } from "./sums.ts";

/** The upper edge of the bin in which a share of a histogram is reached; the last edge beyond it; NaN of an empty one. */
export const quantileOf = (histogram: string, share: number) => (sums: Sums): number => {
  const { edges, counts } = sums.histogram(histogram);
  const total = counts.reduce((sum, each) => sum + each, 0);
  let reached = 0;
  for (const [bin, each] of counts.entries()) {
    reached += each;
    if (total > 0 && reached >= total * share) return edges[Math.min(bin, edges.length - 1)] ?? Number.NaN;
  }
  return Number.NaN;
};

/** 1 where a histogram counts anything. */
export const anyIn = (histogram: string) => (sums: Sums): number => (sums.histogram(histogram).counts.some((each) => each > 0) ? 1 : 0);

/** The bin's edge that half of a histogram does not pass; 0 of an empty one, which `anyIn` tells apart. */
export const medianOf = (histogram: string) => (sums: Sums): number => {
  const median = quantileOf(histogram, 0.5)(sums);
  return median === median ? median : 0;
};
