import { makeHeap } from "./heap.ts";
import { analyseConflict, assumptionsBehind } from "./sat-conflict.ts";
import { makeClauses } from "./sat-clauses.ts";

/** A small solver of clauses. Literals are variables from 1 on, negative for their opposite. */
export interface Sat {
  /** A new variable; `wished`: what it is tried as first. */
  variable(wished?: boolean): number;
  /** Adds a clause; false once the clauses contradict each other. Only before or between `solve`. */
  clause(literals: readonly number[]): boolean;
  /**
   * Whether there is a model where all of the assumed literals are true. With `inputs`: variables that, once all are set
   * and nothing fails, settle the matter; no others are decided on, and of the model they alone are to be read.
   */
  solve(assumed: readonly number[], conflictsMax: number, inputs?: readonly number[]): "satisfiable" | "unsatisfiable" | "unknown";
  /** Of the last model. */
  value(variable: number): boolean;
  /** After `unsatisfiable`: assumptions that alone contradict the clauses. */
  core(): readonly number[];
}

/** Learned clauses kept beside the given ones, before the longest of them are forgotten. */
const learnedMax = 6_000;

/**
 * Conflict-driven clause learning with two watched literals, first unique implication point, activity order and phase
 * saving, restarts by Luby's sequence. Inside, a literal is twice its variable, one more for the opposite.
 * Source: N. Eén, N. Sörensson, "An extensible SAT-solver" (2003).
 */
export function makeSat(): Sat {
  const clauses = makeClauses();
  const { state } = clauses;
  const activity: number[] = [0];
  const phases: number[] = [0];
  const marks: number[] = [0];
  /** By variable: the last question it was an input of. */
  const asked: number[] = [0];
  let question = 0;
  let [increment, contradicts, variables] = [1, false, 0];
  const heap = makeHeap((a, b) => (activity[a] ?? 0) > (activity[b] ?? 0));
  let model: Int8Array = new Int8Array(0);
  let core: readonly number[] = [];

  const undo = (level: number): void => {
    if (state.limits.length <= level) return;
    const to = state.limits[level] ?? 0;
    for (let at = state.trail.length - 1; at >= to; at -= 1) {
      const literal = state.trail[at] ?? 0;
      const variable = literal >> 1;
      phases[variable] = literal & 1;
      state.values[literal] = 0;
      state.values[literal ^ 1] = 0;
      if (asked[variable] === question) heap.push(variable);
    }
    state.trail.length = to;
    state.limits.length = level;
    state.head = to;
  };

  const bump = (variable: number): void => {
    activity[variable] = (activity[variable] ?? 0) + increment;
    if ((activity[variable] ?? 0) > 1e100) {
      for (let each = 0; each < activity.length; each += 1) activity[each] = (activity[each] ?? 0) * 1e-100;
      increment *= 1e-100;
    }
    heap.rise(variable);
  };

  const learn = (failed: number): void => {
    const { learned, level } = analyseConflict(clauses, failed, marks, bump);
    undo(level);
    const [first = 0] = learned;
    clauses.assign(first, learned.length > 1 ? clauses.add(learned, true) : 0);
    increment *= 1.05;
  };

  /** The next assumption or the most active open variable; −1 where all are set, −2 where an assumption fails. */
  const decide = (assumed: readonly number[]): number => {
    while (state.limits.length < assumed.length) {
      const wanted = assumed[state.limits.length] ?? 0;
      const now = state.values[wanted] ?? 0;
      if (now < 0) {
        core = assumptionsBehind(clauses, wanted, marks).map((literal) => (literal & 1 ? -(literal >> 1) : literal >> 1));
        return -2;
      }
      if (now === 0) return wanted;
      state.limits.push(state.trail.length);
    }
    for (let variable = heap.pop(); variable !== undefined; variable = heap.pop()) {
      if (asked[variable] === question && state.values[2 * variable] === 0) return 2 * variable + (phases[variable] ?? 0);
    }
    return -1;
  };

  const ask = (inputs: readonly number[] | undefined): void => {
    question += 1;
    const put = (variable: number): void => {
      asked[variable] = question;
      heap.push(variable);
    };
    if (inputs !== undefined) for (const variable of inputs) put(variable);
    else for (let variable = 1; variable <= variables; variable += 1) put(variable);
  };

  const solve: Sat["solve"] = (given, conflictsMax, inputs) => {
    const assumed = given.map(inside);
    core = [];
    undo(0);
    ask(inputs);
    if (contradicts || clauses.propagate() !== 0) {
      contradicts = true;
      return "unsatisfiable";
    }
    let [conflicts, sinceRestart, restarts] = [0, 0, 1];
    for (;;) {
      const failed = clauses.propagate();
      if (failed !== 0) {
        conflicts += 1;
        sinceRestart += 1;
        if (state.limits.length === 0) {
          contradicts = true;
          return "unsatisfiable";
        }
        if (conflicts > conflictsMax) return "unknown";
        learn(failed);
        continue;
      }
      if (sinceRestart > 64 * luby(restarts)) {
        [sinceRestart, restarts] = [0, restarts + 1];
        undo(0);
        if (clauses.learned() > learnedMax) clauses.forget();
        continue;
      }
      const next = decide(assumed);
      if (next === -2) return "unsatisfiable";
      if (next === -1) {
        model = state.values.slice(0, 2 * variables + 2);
        return "satisfiable";
      }
      state.limits.push(state.trail.length);
      clauses.assign(next, 0);
    }
  };

  return {
    variable(wished = false) {
      variables += 1;
      clauses.room(variables);
      phases.push(wished ? 0 : 1);
      activity.push(0);
      marks.push(0);
      asked.push(0);
      return variables;
    },
    clause(literals) {
      undo(0);
      if (contradicts) return false;
      const kept: number[] = [];
      for (const each of literals) {
        const literal = inside(each);
        const now = state.values[literal] ?? 0;
        if (now > 0 || kept.includes(literal ^ 1)) return true;
        if (now === 0 && !kept.includes(literal)) kept.push(literal);
      }
      const [only = 0] = kept;
      if (kept.length === 0) contradicts = true;
      else if (kept.length === 1) clauses.assign(only, 0);
      else clauses.add(kept, false);
      return !contradicts;
    },
    solve,
    value: (variable) => model[2 * variable] === 1,
    core: () => core,
  };
}

/** A literal as it is written inside. */
function inside(literal: number): number {
  return literal > 0 ? 2 * literal : -2 * literal + 1;
}

/** 1 1 2 1 1 2 4 …: M. Luby, A. Sinclair, D. Zuckerman (1993). */
function luby(index: number): number {
  let size = 1;
  while (size < index + 1) size = size * 2 + 1;
  let at = index;
  while (size - 1 !== at) {
    size = (size - 1) / 2;
    at %= size;
  }
  return (size + 1) / 2;
}
