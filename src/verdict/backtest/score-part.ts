import { binRows, fitChances, rankRows, type Ranking, type RowBins } from "../../statistics/index.ts";
import type { BacktestEstimate, ScoredPart, ScorePart } from "./backtest-report.ts";
import { binLabel, plainNumber } from "./bin-label.ts";
import { calibrationPart, chanceOf, type Chances } from "./calibration-part.ts";
import { cutOffs } from "./cut-offs.ts";
import { jackknifed, noEstimate, rate, rowGroups, within } from "./estimates.ts";
import { countBins, informationOf, psiOf } from "./information-part.ts";
import type { Outcomes, RowSample, ScoreColumn } from "./rows.ts";

/** How a score is looked at. */
export interface ScoreOptions {
  /** Bands of about equal size on the first sample. */
  readonly bands: number;
  readonly cutOffs: number;
}

const z95 = 1.959963984540054;

/** How a score ranks, how it is spread, and what each cut-off would do, sample by sample. */
export function scorePart(column: ScoreColumn, samples: readonly RowSample[], outcomes: Outcomes, options: ScoreOptions): ScorePart | null {
  const [first] = samples;
  if (first === undefined) return null;
  const { chance, values: _values, syntheticInputs, ...named } = column;
  // Inside, higher is always better.
  const values = column.higherIsWorse ? column.values.map((value) => 0 - value) : column.values;
  const known = first.rows.filter((row) => values[row] === values[row]);
  const bins = binRows(Float64Array.from(known, (row) => values[row] ?? 0), { codes: false, groups: options.bands });
  const chances: Chances | undefined = chance === undefined ? fitted(values, first.rows, outcomes) : { source: "scorecard", of: (score) => chance(column.higherIsWorse ? 0 - score : score) };
  const context: Context = { values, bins, chances, outcomes, mirrored: column.higherIsWorse, cuts: cutsOf(values, known, options.cutOffs) };
  return { ...named, syntheticInputs: [...syntheticInputs], samples: samples.map((sample, at) => scoredPart(sample, context, at === 0)), psi: psiOf(values, bins, samples) };
}

interface Context {
  readonly values: Float64Array;
  readonly bins: RowBins;
  readonly chances: Chances | undefined;
  readonly outcomes: Outcomes;
  readonly mirrored: boolean;
  readonly cuts: readonly number[];
}

function fitted(values: Float64Array, rows: Int32Array, outcomes: Outcomes): Chances | undefined {
  const used = rows.filter((row) => values[row] === values[row] && (outcomes?.[row] === 0 || outcomes?.[row] === 1));
  const of = fitChances(Array.from(used, (row) => values[row] ?? 0), Array.from(used, (row) => outcomes?.[row] === 1));
  return of === null ? undefined : { source: "fitted", of };
}

function scoredPart({ name, rows }: RowSample, { values, bins, chances, outcomes, mirrored, cuts }: Context, isFirst: boolean): ScoredPart {
  const scored = rows.filter((row) => values[row] === values[row]);
  const ranked = rank(values, scored, outcomes);
  const turned = (value: number): number => (mirrored ? 0 - value : value);
  return {
    sample: name,
    scored: scored.length,
    unscored: rows.length - scored.length,
    goods: ranked?.goods ?? 0,
    bads: ranked?.bads ?? 0,
    ...separationOf(ranked),
    ks: jackknifed((without) => (without === undefined ? ranked : rank(values, scored, outcomes, without))?.ks ?? null, 1),
    ksAt: ranked === null || ranked.ksAt !== ranked.ksAt ? null : turned(ranked.ksAt),
    informationValue: informationOf(countBins(values, bins, scored, outcomes)),
    bands: bins.bins.flatMap((bin, index) => {
      if (bin.kind === "missing") return [];
      const those = scored.filter((row) => bins.of(values[row] ?? 0) === index);
      return [{ label: binLabel(bin, plainNumber, mirrored), ...rate(those, outcomes), expected: meanChance(those, values, chances) }];
    }),
    cutOffs: cutOffs({ values, rows, outcomes, cuts }).map((cut) => ({ ...cut, from: turned(cut.from) })),
    calibration: chances === undefined ? null : calibrationPart({ values, rows: scored, outcomes, chances, bins, isFirst }),
  };
}

function meanChance(rows: Int32Array, values: Float64Array, chances: Chances | undefined): number | null {
  const said = Array.from(rows, (row) => chanceOf(chances, values[row] ?? 0)).filter((chance) => chance !== null);
  return said.length === 0 ? null : said.reduce((sum, chance) => sum + chance / said.length, 0);
}

function rank(values: Float64Array, rows: Int32Array, outcomes: Outcomes, without?: number): Ranking | null {
  const of = (outcome: number): Float64Array =>
    Float64Array.from(rows.filter((row) => outcomes?.[row] === outcome && (without === undefined || row % rowGroups !== without)), (row) => values[row] ?? 0);
  return rankRows(of(0), of(1));
}

/** AUC and Gini with DeLong's interval; none where every good or every bad stands at one place. */
function separationOf(ranked: Ranking | null): { readonly auc: BacktestEstimate; readonly gini: BacktestEstimate } {
  if (ranked === null) return { auc: noEstimate, gini: noEstimate };
  const { auc, error } = ranked;
  const reach = error > 0 ? { low: Math.max(0, auc - z95 * error), high: Math.min(1, auc + z95 * error) } : null;
  return { auc: within(auc, reach), gini: within(2 * auc - 1, reach === null ? null : { low: 2 * reach.low - 1, high: 2 * reach.high - 1 }) };
}

/** Scores at equal steps of the first sample's rows, the lowest first; each once. */
function cutsOf(values: Float64Array, rows: Int32Array, steps: number): readonly number[] {
  const sorted = Float64Array.from(rows, (row) => values[row] ?? 0).sort();
  return [...new Set(Array.from({ length: steps }, (_, at) => sorted[Math.floor((at * sorted.length) / steps)] ?? Number.NaN))].filter((cut) => cut === cut);
}
