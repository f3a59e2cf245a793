import { wilson, type Text, type Verdict } from "../base/index.ts";
import type { Unit } from "../statistics/index.ts";

/** Rungs of the ladder, from what is certain to what is only plausible. */
export const rungs = ["closed-form", "golden", "vasicek", "markov", "geometric", "shape", "metamorphic", "band"] as const;
export type Rung = (typeof rungs)[number];

/** One check: what was expected, what came out, and within what it had to lie. */
export interface ValidationLine {
  readonly rung: Rung;
  /** Of its own within the ladder, for `--run` and for tests. */
  readonly name: string;
  readonly title: Text;
  readonly unit: Unit | "number";
  /** The number expected; null where only an order or a range is. */
  readonly expected: number | null;
  /** What it may be: both ends included, null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly got: number | null;
  /** Where the tolerance comes from. */
  readonly tolerance: Tolerance;
  /** Trials behind a frequency; 0 elsewhere. */
  readonly trials: number;
  /** `missed`: a band of published figures that the model lies outside of; it is told, and never widened. */
  readonly verdict: Verdict | "missed";
}

/** `digits`: so many decimals; `binomial`: luck of so many trials; `order`: an inequality; `band`: published figures. */
export type Tolerance = "digits" | "binomial" | "order" | "band";

/** What every line says of itself. */
export interface LineWords {
  readonly rung: Rung;
  readonly name: string;
  readonly title: Text;
  readonly unit?: Unit | "number";
}

/** Fewer trials than this say nothing. */
const fewestTrials = 200;
/** Five in a million are too far off by luck: a ladder of a hundred frequencies is broken by luck once in 2,000 seeds. */
const confidence = 0.999995;

/** A number that must be met to so many decimals. */
export function exactly(words: LineWords, got: number, expected: number, decimals: number): ValidationLine {
  const reach = 0.5 * Number(`1e-${decimals}`);
  return line(words, { expected, low: expected - reach, high: expected + reach, got, tolerance: "digits" });
}

/** A published number that must be met within a stated reach. */
export function near(words: LineWords, got: number, expected: number, reach: number): ValidationLine {
  return line(words, { expected, low: expected - reach, high: expected + reach, got, tolerance: "digits" });
}

/** A frequency that must lie as near to its chance as luck allows. */
export function sampled(words: LineWords, successes: number, trials: number, expected: number): ValidationLine {
  const bounds = wilson(successes, trials, confidence);
  const got = trials === 0 ? null : successes / trials;
  // The interval is about what was found; told the other way round, the chance may be so far from it.
  const [low, high] = bounds === null || got === null ? [expected, expected] : [expected - (bounds.high - got), expected + (got - bounds.low)];
  const judged = line({ unit: "share", ...words }, { expected, low, high, got, tolerance: "binomial", trials });
  return trials < fewestTrials ? { ...judged, verdict: "undecided" } : judged;
}

/** A number that must not pass a bound; `got` is what it is held against. */
export function ordered(words: LineWords, got: number | null, { low = null, high = null }: { readonly low?: number | null; readonly high?: number | null }): ValidationLine {
  return line(words, { expected: null, low, high, got, tolerance: "order" });
}

/** Counterexamples to a claim: there must be none. */
export function none(words: LineWords, counterexamples: number): ValidationLine {
  return line({ unit: "count", ...words }, { expected: 0, low: 0, high: 0, got: counterexamples, tolerance: "order" });
}

/** A published range: outside it the model misses, and says by how much. */
export function banded(words: LineWords, got: number | null, low: number, high: number): ValidationLine {
  const judged = line(words, { expected: null, low, high, got, tolerance: "band" });
  return judged.verdict === "broken" ? { ...judged, verdict: "missed" } : judged;
}

function line({ rung, name, title, unit = "number" }: LineWords, judged: Omit<ValidationLine, keyof LineWords | "unit" | "trials" | "verdict"> & { readonly trials?: number }): ValidationLine {
  const { expected, low, high, got, tolerance, trials = 0 } = judged;
  const verdict: Verdict = got === null || !Number.isFinite(got) ? "undecided" : (low ?? got) <= got && got <= (high ?? got) ? "held" : "broken";
  return { rung, name, title, unit, expected, low, high, got, tolerance, trials, verdict };
}
