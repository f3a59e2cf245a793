import type { BacktestReport, LackingPart, RestsPart } from "./backtest-report.ts";
import { decidedPart, swapPart } from "./decided-part.ts";
import { rate } from "./estimates.ts";
import { informationParts } from "./information-part.ts";
import { samplesOf, type DecidedPolicy, type FactColumn, type Outcomes, type ScoreColumn } from "./rows.ts";
import { scorePart, type ScoreOptions } from "./score-part.ts";

/** Rows as they were decided and scored, in columns. */
export interface BacktestInput extends ScoreOptions {
  readonly inputs: BacktestReport["inputs"];
  readonly file: BacktestReport["file"];
  readonly count: number;
  readonly outcomes: Outcomes;
  /** 1: the row is of the second sample. */
  readonly later: Uint8Array | undefined;
  /** The policy, and the one it is held against. */
  readonly decided: readonly DecidedPolicy[];
  readonly lacking: readonly LackingPart[];
  readonly synthetic: readonly RestsPart[];
  readonly score: ScoreColumn | undefined;
  readonly facts: readonly FactColumn[];
}

/** The report of a backtest, requirements apart. */
export function buildBacktest(input: BacktestInput): BacktestReport {
  const { inputs, file, outcomes, decided, lacking, synthetic } = input;
  const samples = samplesOf(input.count, input.later);
  const [policy, against] = decided;
  return {
    schemaVersion: 1,
    inputs,
    file,
    samples: samples.map(({ name, rows }) => ({ name, ...rate(rows, outcomes) })),
    decisions: decided.flatMap((one) => samples.map((sample) => decidedPart(one, sample, outcomes))),
    lacking: [...lacking],
    synthetic: [...synthetic],
    score: input.score === undefined ? null : scorePart(input.score, samples, outcomes, { bands: input.bands, cutOffs: input.cutOffs }),
    information: outcomes === undefined && samples.length < 2 ? [] : input.facts.flatMap((fact) => informationParts(fact, samples, outcomes)),
    swaps: policy === undefined || against === undefined ? [] : samples.map((sample) => swapPart(policy, against, sample, outcomes)),
    requirements: [],
  };
}
