import type { Text } from "../base/index.ts";
import type { Tally } from "../simulation/index.ts";

/** An interval and what it covers: sampling of customers in this economy, or replications of the economy too. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly kind: "sampling" | "replication";
}

/** A computed measure. `value` is null over nothing: "no data", never 0 and never NaN. */
export interface MeasureValue {
  readonly name: string;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Rests on a behavioural assumption that we put in. */
  readonly assumed: boolean;
}

export type Unit = "share" | "count" | "fen" | "months" | "perThousand" | "ratio";

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
  readonly group: "funnel" | "risk" | "sales" | "money" | "people" | "law";
  compute(tally: Tally): MeasureValue;
}
