import { histogramEdges, histogramNames, type HistogramName, type TallyPart } from "./tally-data.ts";

const starts = new Map<HistogramName, number>();
let next = 0;
for (const name of histogramNames) {
  starts.set(name, next);
  next += histogramEdges[name].length + 1;
}

/** Counts a value in a histogram of the part: in the first bin whose upper edge it does not pass. */
export function addToHistogram(part: TallyPart, name: HistogramName, value: number): void {
  const edges = histogramEdges[name];
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
  const at = (starts.get(name) ?? 0) + bin;
  part.histograms[at] = (part.histograms[at] ?? 0) + 1;
}
