import { partsOf, reachable } from "./formula.ts";
import type { Formula, Variable } from "./formula.ts";
import type { Sat } from "./sat.ts";
import type { Space } from "./space.ts";

export interface Cut {
  readonly cut: number;
  readonly literal: number;
}

/** By variable: its cuts in order, each with its Boolean. */
export type Cuts = ReadonlyMap<Variable, readonly Cut[]>;

/** What of a statement was put into clauses: what follows where it is true, and where it is false. */
const [whereTrue, whereFalse] = [1, 2];

/** Statements as clauses. */
export interface Encoding {
  /** The literal of a statement that is going to be assumed. */
  literal(of: Formula): number;
  /** The literals that are all true where a statement is: of a conjunction those of its parts. */
  literals(of: Formula): readonly number[];
  /** From now on a statement is true, or false, of everybody. */
  demand(of: Formula): void;
  forbid(of: Formula): void;
  /** The statement is false where the literal is true. */
  forbidWhere(literal: number, of: Formula): void;
  /** The Booleans of all cuts met: once these are set, all else is. */
  readonly inputs: readonly number[];
  /** All cuts met. */
  readonly allCuts: Cuts;
  /** The cuts that a question asks of each variable. */
  cuts(question: Formula): Cuts;
}

/**
 * One Boolean for each (variable ≥ cut) and each part of a statement; of a part only what follows where it is true or
 * where it is false, as it is asked for.
 * Source: N. Tamura et al., "Compiling finite linear CSP into SAT" (2009), order encoding; D. A. Plaisted, S. Greenbaum,
 * "A structure-preserving clause form translation" (1986).
 */
export function makeEncoding({ formulas }: Space, sat: Sat): Encoding {
  const literals: number[] = [];
  /** By statement: what of it was put into clauses, or is about to be. */
  const done: number[] = [];
  const chains = new Map<Variable, Cut[]>();
  const inputs: number[] = [];
  const literalOf = (of: Formula): number => {
    const found = literals[of];
    if (found !== undefined) return found;
    const node = formulas.node(of);
    const made = node.kind === "not" ? -literalOf(node.of) : sat.variable(node.kind === "atLeast" && node.variable.typical >= node.cut);
    literals[of] = made;
    if (node.kind === "constant") sat.clause([node.truth ? made : -made]);
    if (node.kind === "atLeast") inputs.push(made);
    if (node.kind === "atLeast") link(chains, node.variable, { cut: node.cut, literal: made }, sat);
    return made;
  };
  const encode = (of: Formula, side: number): void => {
    const node = formulas.node(of);
    if (node.kind === "less") throw new Error("orders of facts are put into cells before a search");
    if (node.kind !== "all" && node.kind !== "any") return;
    const [own, parts] = [literalOf(of), node.parts.map(literalOf)];
    // Of a conjunction every part follows where it is true, of a disjunction the opposite of every part where it is false.
    const sign = side === whereTrue ? 1 : -1;
    if ((node.kind === "all") === (side === whereTrue)) for (const part of parts) sat.clause([-sign * own, sign * part]);
    else sat.clause([-sign * own, ...parts.map((part) => sign * part)]);
  };
  /** The literal of a statement with all that follows on one side of it. */
  const sided = (question: Formula, where: number): number => {
    const stack = [question, where];
    while (stack.length > 0) {
      const side = stack.pop() ?? 0;
      const of = stack.pop() ?? 0;
      if (((done[of] ?? 0) & side) !== 0) continue;
      done[of] = (done[of] ?? 0) | side;
      encode(of, side);
      const node = formulas.node(of);
      const inner = node.kind === "not" ? whereTrue + whereFalse - side : side;
      for (const part of partsOf(node)) if (((done[part] ?? 0) & inner) === 0) stack.push(part, inner);
    }
    return literalOf(question);
  };
  /** The parts of which one at least is true where a statement is, or is not: literals to be put into one clause. */
  const either = (of: Formula, where: number): readonly number[] => {
    const node = formulas.node(of);
    if (node.kind === "not") return either(node.of, whereTrue + whereFalse - where);
    const isList = where === whereTrue ? node.kind === "any" : node.kind === "all";
    return isList ? partsOf(node).flatMap((part) => either(part, where)) : [(where === whereTrue ? 1 : -1) * sided(of, where)];
  };
  /** The parts that are all true where a statement is, or is not. */
  const every = (of: Formula, where: number): readonly (readonly [Formula, number])[] => {
    const node = formulas.node(of);
    if (node.kind === "not") return every(node.of, whereTrue + whereFalse - where);
    const isList = where === whereTrue ? node.kind === "all" : node.kind === "any";
    return isList ? partsOf(node).flatMap((part) => every(part, where)) : [[of, where]];
  };
  const state = (of: Formula, where: number, unless: readonly number[]): void => {
    for (const [part, side] of every(of, where)) sat.clause([...unless, ...either(part, side)]);
  };
  return {
    literal: (of) => sided(of, whereTrue),
    literals: (of) => every(of, whereTrue).map(([part, side]) => (side === whereTrue ? sided(part, side) : -sided(part, side))),
    demand: (of) => state(of, whereTrue, []),
    forbid: (of) => state(of, whereFalse, []),
    forbidWhere: (literal, of) => state(of, whereFalse, [-literal]),
    inputs,
    allCuts: chains,
    cuts(question: Formula): Cuts {
      const found = new Map<Variable, Cut[]>();
      for (const of of reachable(formulas, [question])) {
        const node = formulas.node(of);
        if (node.kind !== "atLeast") continue;
        const list = found.get(node.variable) ?? [];
        list.push({ cut: node.cut, literal: literals[of] ?? 0 });
        found.set(node.variable, list);
      }
      for (const list of found.values()) list.sort((a, b) => a.cut - b.cut);
      return found;
    },
  };
}

/** Puts a cut among those of its variable: who reaches it reaches the one before, who reaches the next reaches it. */
function link(chains: Map<Variable, Cut[]>, variable: Variable, own: Cut, sat: Sat): void {
  const chain = chains.get(variable) ?? [];
  let [low, high] = [0, chain.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chain[middle]?.cut ?? 0) < own.cut) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [chain[low - 1], chain[low]];
  if (before !== undefined) sat.clause([-own.literal, before.literal]);
  if (after !== undefined) sat.clause([-after.literal, own.literal]);
  chain.splice(low, 0, own);
  chains.set(variable, chain);
}
