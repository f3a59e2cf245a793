import { partsOf, reachable } from "./formula.ts";
import type { Formula, Variable } from "./formula.ts";
import { domainOf } from "./ordinary.ts";
import type { Assignment, Range } from "./ordinary.ts";
import { makeSat } from "./sat.ts";
import type { Sat } from "./sat.ts";
import type { Answer } from "./solver.ts";
import type { Space } from "./space.ts";

/** Answers by clause learning. Statements met once stay encoded, and what was learned about them stays learned. */
export interface Search {
  /** Whether it is true of anybody, with the most ordinary one found. */
  ask(question: Formula, conflictsMax: number): Answer;
  /** Some of the statements that cannot all be true of one person, where they cannot; undefined where they can, or it is not known. */
  clash(statements: readonly Formula[], conflictsMax: number): readonly Formula[] | undefined;
  /** The same as `ask` without who; undefined where the conflicts do not do. */
  somebody(question: Formula, conflictsMax: number): boolean | undefined;
}

/**
 * One Boolean for each (variable ≥ cut) and each part of a statement.
 * Source: N. Tamura et al., "Compiling finite linear CSP into SAT" (2009), order encoding; G. S. Tseitin (1968).
 */
export function makeSearch(space: Space): Search {
  const { formulas } = space;
  const sat = makeSat();
  const encoding = makeEncoding(space, sat);
  const solve = (question: Formula, conflictsMax: number): ReturnType<Sat["solve"]> => {
    if (question === formulas.no) return "unsatisfiable";
    return conflictsMax <= 0 ? "unknown" : sat.solve([encoding.literal(question)], conflictsMax);
  };
  return {
    clash(statements, conflictsMax) {
      if (statements.includes(formulas.no)) return [formulas.no];
      const literals = new Map(statements.map((of) => [encoding.literal(of), of]));
      if (conflictsMax <= 0 || sat.solve([...literals.keys()], conflictsMax) !== "unsatisfiable") return undefined;
      return sat.core().flatMap((literal) => literals.get(literal) ?? []);
    },
    somebody(question, conflictsMax) {
      const found = solve(question, conflictsMax);
      return found === "unknown" ? undefined : found === "satisfiable";
    },
    ask(question, conflictsMax) {
      const found = solve(question, conflictsMax);
      if (found === "unsatisfiable") return { kind: "nobody" };
      if (found === "unknown") return { kind: "unknown", why: whyUnknown(conflictsMax) };
      return { kind: "somebody", assignment: ordinaryModel(encoding.cuts(question), sat, [encoding.literal(question)], conflictsMax), engine: "search" };
    },
  };
}

function whyUnknown(conflictsMax: number): Extract<Answer, { kind: "unknown" }>["why"] {
  if (conflictsMax <= 0) return { en: "the budget is zero", zh: "预算为零" };
  const count = conflictsMax.toLocaleString("en");
  return { en: `no answer within ${count} conflicts of the search`, zh: `搜索在 ${count} 次冲突内没有得出结论` };
}

interface Cut {
  readonly cut: number;
  readonly literal: number;
}

/** By variable: its cuts in order, each with its Boolean. */
type Cuts = ReadonlyMap<Variable, readonly Cut[]>;

/** Puts statements into clauses, each part once. */
function makeEncoding({ formulas }: Space, sat: Sat) {
  const literals: number[] = [];
  const chains = new Map<Variable, Cut[]>();
  const encode = (of: Formula): number => {
    const node = formulas.node(of);
    switch (node.kind) {
      case "not":
        return -(literals[node.of] ?? 0);
      case "constant": {
        const own = sat.variable(node.truth);
        sat.clause([node.truth ? own : -own]);
        return own;
      }
      case "atLeast": {
        const own = sat.variable(node.variable.typical >= node.cut);
        link(chains, node.variable, { cut: node.cut, literal: own }, sat);
        return own;
      }
      case "all":
      case "any": {
        const own = sat.variable();
        const sign = node.kind === "all" ? 1 : -1;
        const parts = node.parts.map((part) => sign * (literals[part] ?? 0));
        for (const part of parts) sat.clause([-sign * own, part]);
        sat.clause([sign * own, ...parts.map((part) => -part)]);
        return own;
      }
      case "less":
        throw new Error("orders of facts are put into cells before a search");
    }
  };
  return {
    literal(question: Formula): number {
      if (literals[question] === undefined) encodeNew(question);
      return literals[question] ?? 0;
    },
    /** The cuts that a question asks of each variable. */
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

  /** Only what was not met before is looked at. */
  function encodeNew(question: Formula): void {
    const stack = [question];
    while (stack.length > 0) {
      const of = stack.at(-1) ?? 0;
      if (literals[of] !== undefined) {
        stack.pop();
        continue;
      }
      const waiting = partsOf(formulas.node(of)).filter((part) => literals[part] === undefined);
      if (waiting.length > 0) stack.push(...waiting);
      else {
        literals[of] = encode(of);
        stack.pop();
      }
    }
  }
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

/** Makes one variable after another typical where the statement stays true of somebody: few departures, not always the fewest. */
function ordinaryModel(cuts: Cuts, sat: Sat, asked: readonly number[], conflictsMax: number): Assignment {
  const wishes: number[] = [...asked];
  for (const [variable, list] of cuts) {
    const wished = list.map(({ cut, literal }) => (variable.typical >= cut ? literal : -literal));
    const holds = wished.every((literal) => sat.value(Math.abs(literal)) === literal > 0);
    if (holds || sat.solve([...wishes, ...wished], Math.min(500, conflictsMax)) === "satisfiable") wishes.push(...wished);
  }
  return new Map(
    [...cuts].map(([variable, list]): [Variable, Range] => {
      const domain = domainOf(variable);
      const reached = list.findLast(({ literal }) => sat.value(literal));
      const missed = list.find(({ literal }) => !sat.value(literal));
      return [variable, { from: reached?.cut ?? domain.from, to: missed === undefined ? domain.to : missed.cut - 1 }];
    }),
  );
}
