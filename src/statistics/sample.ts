import { jackknifeInterval, wilson } from "../base/index.ts";
import type { Tally } from "../simulation/index.ts";
import type { Interval, Measure, MeasureValue } from "./measure.ts";
import { quantileBounds, quantileSpread, type QuantileSpread } from "./quantile.ts";
import { groupsInUse, sumsAt, sumsBetween, sumsOf, sumsWithout, type Sums } from "./sums.ts";

/** A measure of one policy with what its interval is made from, so that it can be asked for at any confidence. */
export interface MeasureSample {
  readonly measure: Measure;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  /**
   * The value with one part of the run left out at a time: a group of customers, or a replication.
   * Two policies over the same customers have the same parts, so differences can be taken part by part.
   */
  readonly leaveOneOut: readonly (number | null)[];
  readonly kind: Interval["kind"];
  /** Of a quantile of one run. */
  readonly spread?: QuantileSpread | undefined;
  /** The measure with its interval at this confidence, strictly between 0 and 1. */
  at(confidence: number): MeasureValue;
}

/** A run cut up for the jackknife: the whole, and the whole without each group of customers. */
export interface SlicedRun {
  readonly whole: Sums;
  readonly without: readonly Sums[];
}

/** The slices of a run; made once for all measures. */
export function sliceRun(tally: Tally): SlicedRun {
  const whole = sumsOf(tally);
  return { whole, without: groupsInUse(tally).map((group) => sumsWithout(tally, group, whole)) };
}

/** One measure over one run. */
export function sampleMeasure(measure: Measure, { whole, without }: SlicedRun): MeasureSample {
  const leaveOneOut = without.map((sums) => divide(measure, measure.of(sums), measure.among(sums)));
  const { quantile } = measure;
  const spread = quantile === undefined ? undefined : quantileSpread(quantile, whole, without);
  return sampleOf({ measure, numerator: measure.of(whole), denominator: measure.among(whole), leaveOneOut, kind: "sampling", spread });
}

/** What one replication contributes to the pool. */
export type Replicate = Pick<MeasureSample, "measure" | "numerator" | "denominator">;

/**
 * The same measure over two or more independent replications: numerators and denominators are added up,
 * one replication is left out at a time.
 */
export function poolReplicates(samples: readonly Replicate[]): MeasureSample {
  const [first] = samples;
  if (first === undefined) throw new Error("nothing to pool");
  const numerator = samples.reduce((total, sample) => total + sample.numerator, 0);
  const denominator = samples.reduce((total, sample) => total + sample.denominator, 0);
  const leaveOneOut = samples.map((sample) =>
    divide(first.measure, numerator - sample.numerator, denominator - sample.denominator),
  );
  return sampleOf({ measure: first.measure, numerator, denominator, leaveOneOut, kind: "replication" });
}

/** A sample as plain data, without its measure. */
export type SavedSample = Pick<MeasureSample, "numerator" | "denominator" | "leaveOneOut" | "kind" | "spread">;

/** The sample that was saved: it answers at any confidence like the one it was made from. */
export function revivedSample(measure: Measure, saved: SavedSample): MeasureSample {
  return sampleOf({ measure, ...saved });
}

/** One measure in one month. Tallies do not split months by group, so only shares of persons have an interval. */
export function measureAt(measure: Measure, tally: Tally, month: number): MeasureValue {
  const sums = sumsAt(tally, month);
  return sampleOf({ measure, numerator: measure.of(sums), denominator: measure.among(sums), leaveOneOut: [], kind: "sampling" }).at(0.95);
}

/** One measure over some months on end, `to` left out; like a month, it has an interval only where it is a share of persons. */
export function measureBetween(measure: Measure, tally: Tally, from: number, to: number): MeasureValue {
  const sums = sumsBetween(tally, from, to);
  return sampleOf({ measure, numerator: measure.of(sums), denominator: measure.among(sums), leaveOneOut: [], kind: "sampling" }).at(0.95);
}

function sampleOf(parts: Omit<MeasureSample, "value" | "at">): MeasureSample {
  const { measure, numerator, denominator } = parts;
  const value = divide(measure, numerator, denominator);
  const sample = { ...parts, value };
  return {
    ...sample,
    at: (confidence) => ({
      name: measure.name,
      value,
      interval: value === null ? null : intervalOf(sample, value, confidence),
      numerator,
      denominator,
      assumed: measure.assumed,
    }),
  };
}

function divide(measure: Measure, numerator: number, denominator: number): number | null {
  if (!(denominator > 0) || !Number.isFinite(numerator)) return null;
  return (numerator / denominator) * scale(measure);
}

const scale = (measure: Measure): number => (measure.unit === "perThousand" ? 1000 : 1);

function intervalOf(sample: Omit<MeasureSample, "at">, value: number, confidence: number): Interval | null {
  const { measure, numerator, denominator, leaveOneOut, kind } = sample;
  if (measure.method === "none") return null;
  if (measure.method === "quantile" && kind === "sampling") return ofQuantile(sample, confidence);
  const trials = measure.method !== "jackknife" && measure.unit !== "count" && numerator >= 0 && numerator <= denominator;
  if (trials && measure.method === "wilson" && kind === "sampling") return wilsonOf(sample, confidence);
  // With nothing (or everything) found, all parts agree and the jackknife would claim certainty.
  if (numerator === 0 || numerator === denominator) return trials ? wilsonOf(sample, confidence) : null;
  const parts = leaveOneOut.filter((part) => part !== null);
  if (parts.length < leaveOneOut.length) return null;
  const bounds = jackknifeInterval(value, parts, confidence);
  if (bounds === null) return null;
  const { low, high } = bounds;
  return { low: floorOf(measure, low), high: measure.unit === "share" ? Math.min(Math.max(1, value), high) : high, kind };
}

/** A single month is not split by groups: of a quantile nothing is known there. */
function ofQuantile({ spread, kind }: Omit<MeasureSample, "at">, confidence: number): Interval | null {
  const bounds = spread === undefined ? null : quantileBounds(spread, confidence);
  return bounds === null ? null : { ...bounds, kind };
}

function wilsonOf(sample: Omit<MeasureSample, "at">, confidence: number): Interval | null {
  // Replications share an economy each: where nothing tells them apart, count the persons of one, not of all.
  const runs = sample.kind === "replication" ? Math.max(1, sample.leaveOneOut.length) : 1;
  const bounds = wilson(sample.numerator / runs, sample.denominator / runs, confidence);
  const factor = scale(sample.measure);
  return bounds === null ? null : { low: bounds.low * factor, high: bounds.high * factor, kind: sample.kind };
}

/** Only money and quotients can be negative. */
const floorOf = (measure: Measure, low: number): number =>
  measure.unit === "ratio" || measure.unit === "fen" ? low : Math.max(0, low);
