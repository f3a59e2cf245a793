import type { Text } from "../../base/index.ts";

/**
 * One row of the table of mechanisms: a thing that can be switched, and what it must move. It is what
 * `policy-bench effects` shows, and its own test: both runs meet the same customers with the same luck.
 */
export interface Mechanism {
  /** kebab-case, one of a kind. */
  readonly name: string;
  /** The row of the table. */
  readonly title: Text;
  /** The sentence of the debate that it tests: "Silent enrolment lowers the cost of acquisition". */
  readonly claim: Text;
  /** `assumed`: the effect follows from a number that we put in; `found`: it follows from rules and accounts. */
  readonly basis: "found" | "assumed";
  /** The shipped policy it is shown on. */
  readonly policy: string;
  /** The shipped scenario it is shown in; `baseline` where it is left out. */
  readonly scenario?: string;
  /** Set in both runs: path → value, as `--set` takes them. */
  readonly common?: Settings;
  /** Set in the run without the mechanism. */
  readonly off: Settings;
  /** Set in the run with it. */
  readonly on: Settings;
  /** What must move, from the switch to the outcome: what stands before the last is the state between. */
  readonly moves: readonly Move[];
  /** Measures that must come out exactly equal. */
  readonly stays: readonly string[];
}

/** Paths as `--set` takes them, and their values as JSON. */
export type Settings = Readonly<Record<string, unknown>>;

/** A measure, and which way the mechanism moves it. */
export interface Move {
  readonly measure: string;
  readonly to: "up" | "down";
}
