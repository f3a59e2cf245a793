/** Scores are counted in bins of ten points, 300 … 850; the last bin holds those without a score. */
const least = 300;
const width = 10;
const scoredBins = 56;

/** Bins of a score histogram, the one of missing scores included. */
export const scoreBins = scoredBins + 1;

/** The bin of those without a score. */
export const unscoredBin = scoredBins;

/** The bin of a score; NaN is without one. */
export function scoreBin(points: number): number {
  if (points !== points) return unscoredBin;
  return Math.min(scoredBins - 1, Math.max(0, Math.floor((points - least) / width)));
}

/** The points at which a bin of scores begins. */
export const binStart = (bin: number): number => least + bin * width;
