import type { Outcome } from "../compiled.ts";
import type { RuleFile } from "../policy.ts";
import { turnOn } from "./bits.ts";
import { isComplete } from "./events.ts";
import type { Events } from "./events.ts";

/** How the matches of one decision become its outcome. */
export interface Combination {
  /** Event types that can come out. */
  readonly outcomes: readonly string[];
  /** Writes the outcome of the rules that fired, and of those a missing fact leaves open (both by rank). */
  combine(fired: Int32Array, open: Int32Array, outcome: Outcome): void;
}

/** What a combination is made from. */
export interface CombinationInput {
  readonly events: Events;
  readonly file: RuleFile;
}

/** The outcome of what certainly fired; false where a param's fact is missing or rules contradict each other. */
export type Settle = (fired: Int32Array, outcome: Outcome) => boolean;

/** An outcome to be used again and again. All of them have one shape: code that meets several is slow. */
export function newOutcome(events: Events): Outcome {
  const words = Math.max(1, Math.ceil(events.count / 32));
  return {
    code: 0,
    undecided: false,
    params: new Float64Array(events.params.length).fill(NaN),
    fired: new Int32Array(words),
    because: new Int32Array(words),
    conflict: false,
  };
}

/** Empties an outcome, its bits of fired rules aside. */
export function clear(outcome: Outcome): void {
  const { params, because } = outcome;
  outcome.code = 0;
  outcome.undecided = false;
  outcome.conflict = false;
  // Called for every row: a loop over a few numbers is quicker than `fill`.
  for (let param = 0; param < params.length; param += 1) params[param] = NaN;
  if (because === undefined) return;
  for (let word = 0; word < because.length; word += 1) because[word] = 0;
}

/** Says one row: its code and params, and its rule as the reason. False where one of its facts is missing. */
export function say(events: Events, row: number, code: number, outcome: Outcome): boolean {
  const { values } = events;
  const { params, because } = outcome;
  outcome.code = code;
  outcome.undecided = false;
  outcome.conflict = false;
  const start = row * params.length;
  for (let param = 0; param < params.length; param += 1) params[param] = values[start + param] ?? NaN;
  if (because !== undefined) {
    for (let word = 0; word < because.length; word += 1) because[word] = 0;
    if (row < events.count) turnOn(because, row);
  }
  return isComplete(events, row);
}

/** Leaves it to `onMissing`; what contradicted stays marked. */
export function sayMissing(events: Events, code: number, outcome: Outcome): void {
  const conflict = outcome.conflict === true;
  say(events, events.count + 1, code, outcome);
  outcome.undecided = true;
  outcome.conflict = conflict;
}
