import type { FactName } from "../facts/index.ts";
import type { ActKind, LawRule } from "./law.ts";
import type { DecisionName, Moment } from "./policy.ts";

/** Facts fixed before compiling (parameters, lender, moment, procedures): folded into the code. */
export type KnownFacts = ReadonlyMap<FactName, number>;

/** A row of facts in the slots of the layout; NaN where missing. */
export type Row = Float64Array;

/**
 * What one decision said about one row, in place (the hot loop allocates nothing).
 * `params[i]` belongs to `CompiledDecision.params[i]`; NaN where the outcome has no such param.
 */
export interface Outcome {
  /** Index into `CompiledDecision.outcomes`. For `set` decisions (monitoring): the bit set of outcomes. */
  code: number;
  /** Whether a missing fact left the decision undecided, so that `onMissing` spoke. */
  undecided: boolean;
  readonly params: Float64Array;
  /** Bit i of word i>>5: rule i (file order) fired. */
  readonly fired: Int32Array;
  /** Bit i of word i>>5: the rule of rank i (`CompiledDecision.ranks`) decided; empty where no rule did. */
  readonly because?: Int32Array;
  /** Two exclusive outcomes, or two rules of a `unique` one, fired together. */
  conflict?: boolean;
}

/** What the number of a param stands for: itself, 0 or 1, or an index into `CompiledDecision.texts`. */
export type ParamForm = "number" | "boolean" | "text";

/** One decision at one moment, compiled. */
export interface CompiledDecision {
  readonly decision: DecisionName;
  readonly moment: Moment;
  /** Event types that can come out, derived ones (`grant`) included; `no-action` where nothing is decided. */
  readonly outcomes: readonly string[];
  /** Param names of all outcomes, united; text values are indices into `texts`. */
  readonly params: readonly string[];
  /** Text and list constants of params, interned; a text param in `Outcome.params` is an index into this. */
  readonly texts: readonly (string | readonly (number | string | boolean)[])[];
  /** By param. */
  readonly forms: readonly ParamForm[];
  /** Names of the rules, file order: the bits of `Outcome.fired`. */
  readonly rules: readonly string[];
  /** The same by priority, the highest first, file order among equals: the bits of `Outcome.because`. */
  readonly ranks: readonly string[];
  /** Facts the rules still read at this moment once the known ones are folded in (derived ones resolved to their operands). */
  readonly reads: readonly FactName[];
  newOutcome(): Outcome;
  decide(row: Row, outcome: Outcome): void;
}

/** All rules of the packs for one kind of act on one date, compiled. */
export interface CompiledLaw {
  readonly act: ActKind;
  /** In pack order: the bits of the words below. */
  readonly rules: readonly LawRule[];
  /** Words of 32 rules each. */
  readonly words: number;
  readonly reads: readonly FactName[];
  /** A number for facts that are judged alike, from the two rows they stand in; undefined where one is not enough. */
  readonly sign: ((first: Row, second: Row) => number) | undefined;
  /** Sets bit i of `violated` where rule i matches, of `inconclusive` where a missing fact leaves it open. */
  judge(row: Row, violated: Int32Array, inconclusive: Int32Array): void;
}
