import { partsOf, reachable } from "./formula.ts";
import type { Formula, FormulaNode, Monotone, Variable } from "./formula.ts";
import { departure, domainOf } from "./ordinary.ts";
import type { Assignment } from "./ordinary.ts";
import { valueAt } from "./space.ts";
import type { Space } from "./space.ts";

/** Some applicants, to whom a statement is put before anything is proved of all: one of them is often enough. */
export interface Samples {
  /** Whether it is true of one of them. */
  any(question: Formula): boolean;
  /** Of those it is true of, the one who departs least from the typical applicant. */
  mostOrdinary(question: Formula): Assignment | undefined;
}

/** So many of those found are weighed against each other. */
const triedMax = 64;
/** Applicants that are no one's in particular: so many, whatever else. */
const strangers = 512;
/** At most so many in all. */
const samplesMax = 8_192;

/**
 * Applicants near those given, and others at random, each fact between cuts that statements ask. Thirty-two of them are
 * judged in one step: a statement is a row of bits, one for each.
 */
export function makeSamples(space: Space, about: readonly Formula[], near: readonly Assignment[]): Samples {
  const { formulas, variables } = space;
  const next = numbersFrom(20_261_122);
  const given = near.slice(0, (samplesMax - strangers) / 2);
  const words = Math.ceil((strangers + 2 * given.length) / 32);
  const cells = startsOf(about);
  const columns: (Float64Array | undefined)[] = [];
  const column = (variable: Variable): Float64Array => (columns[variable.index] ??= drawn(variable, cells.get(variable) ?? [], { count: words * 32, given, next }));
  const made: (Int32Array | undefined)[] = [];
  const bits = (of: Formula): Int32Array => made[of] ?? new Int32Array(words);
  const judge = (node: FormulaNode): Int32Array => {
    const found = new Int32Array(words);
    switch (node.kind) {
      case "constant":
        return node.truth ? found.fill(-1) : found;
      case "atLeast": {
        const own = column(node.variable);
        for (let at = 0; at < own.length; at += 1) if ((own[at] ?? 0) >= node.cut) found[at >> 5] = (found[at >> 5] ?? 0) | (1 << (at & 31));
        return found;
      }
      case "less":
        return lessBits(node.left, node.right, column, found);
      case "not": {
        const of = bits(node.of);
        for (let word = 0; word < words; word += 1) found[word] = ~(of[word] ?? 0);
        return found;
      }
      case "all":
      case "any": {
        const isAll = node.kind === "all";
        if (isAll) found.fill(-1);
        for (const part of node.parts) {
          const of = bits(part);
          for (let word = 0; word < words; word += 1) found[word] = isAll ? (found[word] ?? 0) & (of[word] ?? 0) : (found[word] ?? 0) | (of[word] ?? 0);
        }
        return found;
      }
    }
  };
  const judged = (question: Formula): Int32Array => {
    // Only what is new is gone through.
    const waiting = [question];
    for (let of = waiting.at(-1); of !== undefined; of = waiting.at(-1)) {
      const parts = made[of] === undefined ? partsOf(formulas.node(of)).filter((part) => made[part] === undefined) : [];
      if (parts.length > 0) waiting.push(...parts);
      else {
        made[of] ??= judge(formulas.node(of));
        waiting.pop();
      }
    }
    return bits(question);
  };
  return {
    any: (question) => judged(question).some((word) => word !== 0),
    mostOrdinary(question) {
      const found = judged(question);
      const asked = [...new Set(reachable(formulas, [question]).flatMap((of) => variablesIn(formulas.node(of))))];
      let best: { cost: number; assignment: Assignment } | undefined;
      for (let [at, tried] = [0, 0]; at < words * 32 && tried < triedMax; at += 1) {
        if (((found[at >> 5] ?? 0) & (1 << (at & 31))) === 0) continue;
        tried += 1;
        const assignment = new Map(asked.map((variable) => [variable, { from: column(variable)[at] ?? 0, to: column(variable)[at] ?? 0 }]));
        const cost = [...assignment].reduce((sum, [variable, range]) => sum + departure(variable, range), 0);
        if (best === undefined || cost < best.cost) best = { cost, assignment };
      }
      return best?.assignment;
    },
  };

  function lessBits(left: Monotone, right: Monotone, of: (variable: Variable) => Float64Array, found: Int32Array): Int32Array {
    const [a, b] = [of(left.variable), of(right.variable)];
    const value = (term: Monotone, whole: number): number => (whole < term.variable.lowest ? NaN : term.at(valueAt(term.variable, whole)));
    for (let at = 0; at < a.length; at += 1) if (value(left, a[at] ?? 0) < value(right, b[at] ?? 0)) found[at >> 5] = (found[at >> 5] ?? 0) | (1 << (at & 31));
    return found;
  }

  /** Where the cells of each variable begin. */
  function startsOf(roots: readonly Formula[]): ReadonlyMap<Variable, readonly number[]> {
    const starts = new Map<Variable, number[]>(variables.map((variable) => [variable, [domainOf(variable).from]]));
    for (const of of reachable(formulas, roots)) {
      const node = formulas.node(of);
      if (node.kind === "atLeast") starts.get(node.variable)?.push(node.cut);
    }
    return starts;
  }
}

function variablesIn(node: FormulaNode): readonly Variable[] {
  if (node.kind === "atLeast") return [node.variable];
  return node.kind === "less" ? [node.left.variable, node.right.variable] : [];
}

interface Drawing {
  readonly count: number;
  readonly given: readonly Assignment[];
  readonly next: (below: number) => number;
}

/** One variable of every sample: two near each of those given, then typical ones and any cell's first. */
function drawn(variable: Variable, starts: readonly number[], { count, given, next }: Drawing): Float64Array {
  const found = new Float64Array(count);
  const any = (): number => (next(2) === 0 ? variable.typical : (starts[next(starts.length)] ?? variable.typical));
  for (let at = 0; at < count; at += 1) {
    const range = given[at >> 1]?.get(variable);
    if (range === undefined) found[at] = at < 2 * given.length && at % 2 === 0 ? variable.typical : any();
    else found[at] = at % 2 === 0 && range.from <= variable.typical && variable.typical <= range.to ? variable.typical : Number.isInteger(range.from) && range.to - range.from < 1e9 ? range.from + next(range.to - range.from + 1) : range.from;
  }
  return found;
}

/** A small generator of numbers, the same on every machine (Park and Miller). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
