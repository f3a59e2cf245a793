import { histogramBins, histogramEdges, histogramNames, rateBinsAUnit, type HistogramName } from "./tally-data.ts";
import type { Hand } from "./world.ts";

/** Where the bins of each histogram begin in `TallyPart.histograms`. */
const starts = startsOf();

/** Counts a value in a histogram of the customers in hand: in the first bin whose upper edge it does not pass. */
export function addToHistogram({ part, group }: Pick<Hand, "part" | "group">, name: HistogramName, value: number): void {
  const edges = histogramEdges[name];
  let bin = startingBin(name, value);
  while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
  const at = group * histogramBins + starts[name] + bin;
  part.histograms[at] = (part.histograms[at] ?? 0) + 1;
}

function startsOf(): Record<HistogramName, number> {
  const found = { limitAtBooking: 0, limitAtEnd: 0, feeAtBooking: 0, allInRate: 0 };
  let next = 0;
  for (const name of histogramNames) {
    found[name] = next;
    next += histogramEdges[name].length + 1;
  }
  return found;
}

/** A bin not above the right one: rates are told often, in many bins of one width. */
function startingBin(name: HistogramName, value: number): number {
  return name === "allInRate" ? Math.max(0, Math.floor(value * rateBinsAUnit) - 1) : 0;
}
