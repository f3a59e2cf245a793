import type { FactDefinition, FactName } from "../../facts/index.ts";
import { correlation, countValues, ksDistance, totalVariation } from "./distances.ts";

/** One fact of two populations: encoded, NaN where missing. */
export interface PairedColumn {
  readonly fact: FactDefinition;
  readonly real: Float64Array;
  readonly synthetic: Float64Array;
}

/** How alike the distributions of one fact are; 1 the same, 0 nothing in common. */
export interface ColumnShape {
  readonly fact: FactName;
  readonly metric: "KSComplement" | "TVComplement";
  /** Null where one side has no value at all. */
  readonly score: number | null;
  readonly realMissing: number;
  readonly syntheticMissing: number;
}

/** How alike two facts hang together. */
export interface PairTrend {
  readonly facts: readonly [FactName, FactName];
  readonly metric: "CorrelationSimilarity" | "ContingencySimilarity";
  /** Null where a fact does not vary, or no row has both. */
  readonly score: number | null;
  /** Correlations of numbers; null for values. */
  readonly real: number | null;
  readonly synthetic: number | null;
}

/** The quality of a synthetic population, after the SDMetrics Quality Report (docs.sdv.dev/sdmetrics). */
export interface PopulationQuality {
  /** Mean of the two below; null where both are. */
  readonly overall: number | null;
  readonly columnShapes: number | null;
  readonly pairTrends: number | null;
  /** The worst first. */
  readonly columns: readonly ColumnShape[];
  readonly pairs: readonly PairTrend[];
}

/** Scores every column and pair of columns. */
export function compareColumns(columns: readonly PairedColumn[]): PopulationQuality {
  const shapes = worstFirst(columns.map(shapeOf));
  const binned = columns.map((column) => ({ ...column, ...valuesOf(column) }));
  const pairs = worstFirst(binned.flatMap((first, at) => binned.slice(at + 1).map((second) => trendOf(first, second))));
  const [columnShapes, pairTrends] = [meanOf(shapes), meanOf(pairs)];
  const overall = meanOf([{ score: columnShapes }, { score: pairTrends }]);
  return { overall, columnShapes, pairTrends, columns: shapes, pairs };
}

const isNumber = ({ type }: FactDefinition): boolean => type === "integer" || type === "decimal";

/** Numbers without the missing ones; of values, missing is one more. */
function shapeOf({ fact, real, synthetic }: PairedColumn): ColumnShape {
  const known = [real, synthetic].map((column) => column.filter((value) => value === value));
  const [a = new Float64Array(), b = new Float64Array()] = known;
  const distance = isNumber(fact) ? ksDistance(a, b) : totalVariation(countValues(real, absent), countValues(synthetic, absent));
  return {
    fact: fact.name,
    metric: isNumber(fact) ? "KSComplement" : "TVComplement",
    score: distance === null ? null : 1 - distance,
    realMissing: real.length === 0 ? 0 : 1 - a.length / real.length,
    syntheticMissing: synthetic.length === 0 ? 0 : 1 - b.length / synthetic.length,
  };
}

/** Stands for a missing value among codes and bins. */
const absent = -1;
/** A number beside a fact of values is put into so many bins of equal width over the real range, as SDMetrics does. */
const bins = 10;

interface Binned extends PairedColumn {
  readonly realValues: Float64Array;
  readonly syntheticValues: Float64Array;
}

function valuesOf({ fact, real, synthetic }: PairedColumn): Pick<Binned, "realValues" | "syntheticValues"> {
  if (!isNumber(fact)) return { realValues: real, syntheticValues: synthetic };
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of real) if (value === value) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const width = (high - low) / bins;
  // Below and beyond the real range stand two bins of their own.
  const binOf = (value: number): number => {
    if (value !== value) return Number.NaN;
    if (value < low) return 0;
    if (value > high) return bins + 1;
    return width > 0 ? Math.min(bins, 1 + Math.floor((value - low) / width)) : 1;
  };
  return { realValues: real.map(binOf), syntheticValues: synthetic.map(binOf) };
}

function trendOf(first: Binned, second: Binned): PairTrend {
  const facts = [first.fact.name, second.fact.name] as const;
  if (isNumber(first.fact) && isNumber(second.fact)) {
    const [real, synthetic] = [correlation(first.real, second.real), correlation(first.synthetic, second.synthetic)];
    const score = real === null || synthetic === null ? null : 1 - Math.abs(real - synthetic) / 2;
    return { facts, metric: "CorrelationSimilarity", score, real, synthetic };
  }
  const distance = totalVariation(crossed(first.realValues, second.realValues), crossed(first.syntheticValues, second.syntheticValues));
  return { facts, metric: "ContingencySimilarity", score: distance === null ? null : 1 - distance, real: null, synthetic: null };
}

/** More codes than this no fact has. */
const mostCodes = 4096;

/** The table of two columns of codes: how often each pair of values occurs. */
function crossed(a: Float64Array, b: Float64Array): ReadonlyMap<number, number> {
  const code = (value: number | undefined): number => (value === undefined || value !== value ? 0 : value + 1);
  return countValues(a.map((value, at) => code(value) * mostCodes + code(b[at])), absent);
}

function meanOf(scored: readonly { readonly score: number | null }[]): number | null {
  const known = scored.flatMap(({ score }) => score ?? []);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
}

/** What cannot be scored stands last. */
function worstFirst<One extends { readonly score: number | null }>(scored: readonly One[]): readonly One[] {
  return scored.toSorted((a, b) => (a.score ?? 2) - (b.score ?? 2));
}
