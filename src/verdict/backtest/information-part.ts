import { binRows, informationValue, stabilityIndex, type RowBins } from "../../statistics/index.ts";
import type { BacktestEstimate, InformationPart } from "./backtest-report.ts";
import { binLabel } from "./bin-label.ts";
import { jackknifed, rowGroups } from "./estimates.ts";
import type { FactColumn, Outcomes, RowSample } from "./rows.ts";

/** Bins of equal size that a number is cut into. */
const groups = 10;

/** What each fact tells of the outcome, with its bins; the bins are made on the first sample and used for all. */
export function informationParts(column: FactColumn, samples: readonly RowSample[], outcomes: Outcomes): readonly InformationPart[] {
  const [first] = samples;
  if (first === undefined) return [];
  const bins = binRows(Float64Array.from(first.rows, (row) => column.values[row] ?? Number.NaN), { codes: column.codes, groups });
  const drift = psiOf(column.values, bins, samples);
  return samples.map((sample, at) => {
    const counts = countBins(column.values, bins, sample.rows, outcomes);
    const whole = informationValue(counts.goods(), counts.bads());
    return {
      fact: column.fact,
      title: column.title,
      origin: column.origin,
      sample: sample.name,
      value: informationOf(counts),
      adjusted: whole?.adjusted ?? 0,
      bins: bins.bins.flatMap((bin, index) => {
        const [good, bad] = [counts.goods()[index] ?? 0, counts.bads()[index] ?? 0];
        return bin.kind === "missing" && good + bad === 0 ? [] : [{ label: binLabel(bin, column.label), good, bad, weight: whole?.weights[index] ?? 0 }];
      }),
      psi: at === 0 ? null : drift,
    };
  });
}

/** Rows by bin, outcome and jackknife group. */
export interface BinCounts {
  goods(without?: number): readonly number[];
  bads(without?: number): readonly number[];
  all(without?: number): readonly number[];
}

/** Counts a column in its bins; rows of unknown outcome count among all only. */
export function countBins(values: Float64Array, { bins, of }: RowBins, rows: Int32Array, outcomes: Outcomes): BinCounts {
  const kinds = 3;
  const counts = new Float64Array(bins.length * rowGroups * kinds);
  for (const row of rows) {
    const at = (of(values[row] ?? Number.NaN) * rowGroups + (row % rowGroups)) * kinds;
    const outcome = outcomes?.[row];
    if (outcome === 0 || outcome === 1) counts[at + outcome] = (counts[at + outcome] ?? 0) + 1;
    counts[at + 2] = (counts[at + 2] ?? 0) + 1;
  }
  const sum = (kind: number, without: number | undefined): readonly number[] =>
    bins.map((_, bin) => {
      let total = 0;
      for (let group = 0; group < rowGroups; group++) if (group !== without) total += counts[(bin * rowGroups + group) * kinds + kind] ?? 0;
      return total;
    });
  return { goods: (without) => sum(0, without), bads: (without) => sum(1, without), all: (without) => sum(2, without) };
}

/** The information value of counted bins, with its jackknife interval. */
export function informationOf(counts: BinCounts): BacktestEstimate {
  return jackknifed((without) => informationValue(counts.goods(without), counts.bads(without))?.value ?? null);
}

/** How far the second sample has moved from the first over the same bins; null without a second. */
export function psiOf(values: Float64Array, bins: RowBins, samples: readonly RowSample[]): BacktestEstimate | null {
  const [first, second] = samples.map(({ rows }) => countBins(values, bins, rows, undefined));
  if (first === undefined || second === undefined) return null;
  return jackknifed((without) => stabilityIndex(second.all(without), first.all(without)));
}
