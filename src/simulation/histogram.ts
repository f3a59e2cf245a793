import { histogramBins, histogramEdges, histogramNames, rateBinsAUnit, type HistogramName } from "./tally-data.ts";
import type { Hand } from "./world.ts";

/** A histogram as the month counts in it. */
interface HistogramPlace {
  /** Upper edges of the bins; the last bin is open. */
  readonly edges: Float64Array;
  /** Where its bins begin in `TallyPart.histograms`. */
  readonly start: number;
  /** Bins a unit where all are of one width, so that none below the right one is looked at; else 0. */
  readonly binsAUnit: number;
}

/** Handed over whole: looking one up by name would cost more than counting. */
export const histogramAt: Readonly<Record<HistogramName, HistogramPlace>> = {
  limitAtBooking: placeOf("limitAtBooking"),
  limitAtEnd: placeOf("limitAtEnd"),
  feeAtBooking: placeOf("feeAtBooking"),
  allInRate: placeOf("allInRate"),
};

/** Counts a value in a histogram of the customers in hand: in the first bin whose upper edge it does not pass. */
export function addToHistogram({ part, group }: Pick<Hand, "part" | "group">, { edges, start, binsAUnit }: HistogramPlace, value: number): void {
  let bin = binsAUnit === 0 ? 0 : Math.max(0, Math.floor(value * binsAUnit) - 1);
  while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
  const at = group * histogramBins + start + bin;
  part.histograms[at] = (part.histograms[at] ?? 0) + 1;
}

function placeOf(name: HistogramName): HistogramPlace {
  const before = histogramNames.slice(0, histogramNames.indexOf(name));
  return {
    edges: Float64Array.from(histogramEdges[name]),
    start: before.reduce((sum, each) => sum + histogramEdges[each].length + 1, 0),
    binsAUnit: name === "allInRate" ? rateBinsAUnit : 0,
  };
}
