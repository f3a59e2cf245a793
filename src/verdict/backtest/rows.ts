import type { Text } from "../../base/index.ts";
import type { BacktestOrigin, SampleName } from "./backtest-report.ts";

/** What came of each row, by its place among the rows. */
export const standings = ["approved", "review", "declined", "undecided"] as const;

/** In `DecidedMoment.code`: the row was not asked. */
export const notAsked = 255;

/** One decision at one moment, for every row. */
export interface DecidedMoment {
  readonly moment: string;
  readonly outcomes: readonly string[];
  /** Index into `outcomes`, or `notAsked`. */
  readonly code: Uint8Array;
  readonly undecided: Uint8Array;
  /** 1 where the file alone does not settle it. */
  readonly onSynthetic: Uint8Array;
  /** Index into `rules`: the first rule that decided, or none. */
  readonly rule: Uint16Array;
  readonly rules: readonly (string | null)[];
}

/** One policy over all rows. */
export interface DecidedPolicy {
  readonly policy: string;
  readonly enrolment: readonly DecidedMoment[];
  readonly limit: DecidedMoment;
  /** NaN where nothing is granted. */
  readonly limitFen: Float64Array;
  /** Index into `standings`. */
  readonly standing: Uint8Array;
  readonly onSynthetic: Uint8Array;
}

/** A score of every row; NaN where there is none. */
export interface ScoreColumn {
  readonly name: string;
  readonly title: Text;
  readonly origin: BacktestOrigin;
  readonly higherIsWorse: boolean;
  readonly draft: boolean;
  /** Whether the policy's enrolment or limit rules read it. */
  readonly decides: boolean;
  readonly syntheticInputs: readonly string[];
  readonly values: Float64Array;
  /** The chance to go bad that the scorecard states; NaN where it states none. */
  readonly chance?: ((score: number) => number) | undefined;
}

/** A fact of every row, encoded; NaN where missing. */
export interface FactColumn {
  readonly fact: string;
  readonly title: Text;
  readonly origin: BacktestOrigin;
  readonly values: Float64Array;
  /** Whether the numbers are codes, with no order. */
  readonly codes: boolean;
  readonly label: (value: number) => string;
}

/** Rows that are looked at together. */
export interface RowSample {
  readonly name: SampleName;
  readonly rows: Int32Array;
}

/** What became of every row: 1 bad, 0 good, anything else not known; absent where the file does not say. */
export type Outcomes = Uint8Array | undefined;

/** All rows, or those before and after the split. */
export function samplesOf(count: number, later: Uint8Array | undefined): readonly RowSample[] {
  const rows = (keep: (row: number) => boolean): Int32Array => Int32Array.from(Array.from({ length: count }, (_, row) => row).filter(keep));
  if (later === undefined) return [{ name: "all", rows: rows(() => true) }];
  return [
    { name: "in-sample", rows: rows((row) => later[row] !== 1) },
    { name: "out-of-time", rows: rows((row) => later[row] === 1) },
  ];
}
