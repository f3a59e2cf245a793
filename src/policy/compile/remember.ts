import type { Outcome } from "../compiled.ts";
import type { Combination } from "./combination.ts";
import type { Events } from "./events.ts";

/** Outcomes remembered at once: a power of two. */
const places = 32;

/**
 * The same combination, which remembers what came of the sets of rules met lately: applicants are alike, and a table
 * of a few outcomes answers most questions. Only where the rules that fired and those that are open say it all: where
 * one of them reads a param from a fact, or where there are more than 32 rules, nothing is remembered.
 */
export function remember(combination: Combination, events: Events): Combination {
  const { count, fills } = events;
  if (count > 32 || [count, count + 1].some((row) => (fills[row]?.length ?? 0) > 0)) return combination;
  const reading = fills.slice(0, count).reduce((bits, read, rank) => (read.length > 0 ? bits | (1 << rank) : bits), 0);
  return new Remembered(combination, events.params.length, reading);
}

/** A class, because there is one a decision: the engine makes better code of a method that many share than of closures. */
class Remembered implements Combination {
  readonly outcomes: readonly string[];
  readonly #combination: Combination;
  readonly #width: number;
  /** By place: the rules that fired and those open, the code, what is marked, and the rules that decided. */
  readonly #keys = new Int32Array(places * fields);
  readonly #params: Float64Array;
  /** Rules that read a param from a fact. */
  readonly #reading: number;

  constructor(combination: Combination, width: number, reading: number) {
    this.#reading = reading;
    this.outcomes = combination.outcomes;
    this.#combination = combination;
    this.#width = width;
    this.#params = new Float64Array(places * width);
    for (let place = 0; place < places; place += 1) this.#keys[place * fields + marksAt] = unknown;
  }

  combine(fired: Int32Array, open: Int32Array, outcome: Outcome): void {
    const keys = this.#keys;
    const ruled = fired[0] ?? 0;
    const left = open[0] ?? 0;
    if (((ruled | left) & this.#reading) !== 0) return this.#combination.combine(fired, open, outcome);
    const place = Math.imul(ruled ^ Math.imul(left, 0x9e3779b1), 0x85ebca6b) >>> 27;
    const at = place * fields;
    const marks = keys[at + marksAt] ?? unknown;
    if (keys[at] !== ruled || keys[at + openAt] !== left || marks === unknown) return this.#learn(fired, open, outcome, place);
    outcome.code = keys[at + codeAt] ?? 0;
    outcome.undecided = (marks & isUndecided) !== 0;
    outcome.conflict = (marks & isConflict) !== 0;
    if (outcome.because !== undefined) outcome.because[0] = keys[at + becauseAt] ?? 0;
    const params = this.#params;
    const width = this.#width;
    for (let param = 0, from = place * width; param < width; param += 1, from += 1) outcome.params[param] = params[from] ?? NaN;
  }

  #learn(fired: Int32Array, open: Int32Array, outcome: Outcome, place: number): void {
    const keys = this.#keys;
    this.#combination.combine(fired, open, outcome);
    const at = place * fields;
    keys[at] = fired[0] ?? 0;
    keys[at + openAt] = open[0] ?? 0;
    keys[at + codeAt] = outcome.code;
    keys[at + marksAt] = (outcome.undecided ? isUndecided : 0) | (outcome.conflict === true ? isConflict : 0);
    keys[at + becauseAt] = outcome.because?.[0] ?? 0;
    this.#params.set(outcome.params, place * this.#width);
  }
}

const fields = 5;
const openAt = 1;
const codeAt = 2;
const marksAt = 3;
const becauseAt = 4;

const isUndecided = 1;
const isConflict = 2;
const unknown = -1;
