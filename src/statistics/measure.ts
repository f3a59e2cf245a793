import type { Text } from "../base/index.ts";
import type { CounterName, Tally } from "../simulation/index.ts";
import type { Sums } from "./sums.ts";

/** An interval and what it covers: sampling of customers in this economy, or replications of the economy too. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly kind: "sampling" | "replication";
}

/** A computed measure. `value` is null over nothing: "no data", never 0 and never NaN. */
export interface MeasureValue {
  readonly name: string;
  /** Numerator ÷ denominator; ×1,000 where the unit is `perThousand`. */
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly numerator: number;
  /** For counts: the number of runs (replications), so that the value is a mean count of a run. */
  readonly denominator: number;
  /** Rests on a behavioural assumption that we put in. */
  readonly assumed: boolean;
}

export type Unit = "share" | "count" | "fen" | "months" | "days" | "perThousand" | "ratio";

/**
 * Where an interval comes from. `wilson`: shares of persons or accounts that each count once; `jackknife`:
 * quotients of sums; `clustered`: the jackknife for events of which one customer may have several, and Wilson's
 * interval where nothing (or everything) was found; `quantile`: Woodruff's, the quantiles at the ends of an interval of the
 * share that lies at or below; `none`: a plain count of this run, not an estimate.
 */
export type IntervalMethod = "wilson" | "jackknife" | "clustered" | "quantile" | "none";

/** A value of a histogram that a share of its counts does not pass. */
export interface Quantile {
  readonly histogram: string;
  readonly share: number;
}

/** One measure: a pure function of a tally, with the words a report prints beside it. */
export interface Measure {
  readonly name: string;
  readonly title: Text;
  readonly unit: Unit;
  /** Numerator, denominator, exclusions, each in words. */
  readonly numerator: Text;
  readonly denominator: Text;
  readonly excludes: Text;
  readonly assumed: boolean;
  /** The smallest difference that matters between two policies, in the measure's unit. */
  readonly matters: number;
  /** Better when higher, lower, or neither. */
  readonly better: "higher" | "lower" | "neither";
  readonly group: MeasureGroup;
  readonly method: IntervalMethod;
  /** Of method `quantile`: which. */
  readonly quantile?: Quantile | undefined;
  /** The two numbers whose quotient it is, over any slice of a run. */
  readonly of: (sums: Sums) => number;
  /** Counters that the first of them adds up; none where it is a formula. */
  readonly counted: readonly CounterName[];
  readonly among: (sums: Sums) => number;
  /** With the interval at 95 %. */
  compute(tally: Tally): MeasureValue;
}

export const measureGroups = ["funnel", "risk", "sales", "money", "people", "law"] as const;
export type MeasureGroup = (typeof measureGroups)[number];
