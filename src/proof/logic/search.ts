import { partsOf, reachable } from "./formula.ts";
import type { Formula, Variable } from "./formula.ts";
import { domainOf } from "./ordinary.ts";
import type { Range } from "./ordinary.ts";
import { makeSat } from "./sat.ts";
import type { Sat } from "./sat.ts";
import type { Answer } from "./solver.ts";
import type { Space } from "./space.ts";

/**
 * Whether a statement is true of anybody, by clause learning over one Boolean for each (variable ≥ cut).
 * Source: N. Tamura et al., "Compiling finite linear CSP into SAT" (2009), order encoding; G. S. Tseitin (1968).
 */
export function search(space: Space, question: Formula, conflictsMax: number): Answer {
  const { formulas } = space;
  if (question === formulas.no) return { kind: "nobody" };
  if (question === formulas.yes) return { kind: "somebody", assignment: new Map(), engine: "search" };
  if (conflictsMax <= 0) return { kind: "unknown", why: { en: "the budget is zero", zh: "预算为零" } };
  const sat = makeSat();
  const cuts = encode(space, question, sat);
  if (cuts === undefined) return { kind: "nobody" };
  const found = sat.solve([], conflictsMax);
  if (found === "unsatisfiable") return { kind: "nobody" };
  if (found === "unknown") {
    const count = conflictsMax.toLocaleString("en");
    return { kind: "unknown", why: { en: `no answer within ${count} conflicts of the search`, zh: `搜索在 ${count} 次冲突内没有得出结论` } };
  }
  return { kind: "somebody", assignment: ordinaryModel(cuts, sat, conflictsMax), engine: "search" };
}

/** By variable: its cuts in order, each with its Boolean. */
type Cuts = ReadonlyMap<Variable, readonly { readonly cut: number; readonly literal: number }[]>;

function encode({ formulas }: Space, question: Formula, sat: Sat): Cuts | undefined {
  const literals = new Map<Formula, number>();
  const cuts = new Map<Variable, { cut: number; literal: number }[]>();
  const literal = (of: Formula): number => literals.get(of) ?? 0;
  for (const of of reachable(formulas, [question])) {
    const node = formulas.node(of);
    if (node.kind === "not") {
      literals.set(of, -literal(node.of));
      continue;
    }
    const own = sat.variable();
    literals.set(of, own);
    if (node.kind === "constant") sat.clause([node.truth ? own : -own]);
    if (node.kind === "atLeast") {
      const sofar = cuts.get(node.variable);
      if (sofar === undefined) cuts.set(node.variable, [{ cut: node.cut, literal: own }]);
      else sofar.push({ cut: node.cut, literal: own });
    }
    const sign = node.kind === "all" ? 1 : -1;
    const parts = partsOf(node).map((part) => sign * literal(part));
    if (node.kind !== "all" && node.kind !== "any") continue;
    for (const part of parts) sat.clause([-sign * own, part]);
    sat.clause([sign * own, ...parts.map((part) => -part)]);
  }
  for (const list of cuts.values()) {
    list.sort((a, b) => a.cut - b.cut);
    for (let at = 1; at < list.length; at += 1) sat.clause([-(list[at]?.literal ?? 0), list[at - 1]?.literal ?? 0]);
  }
  return sat.clause([literal(question)]) ? cuts : undefined;
}

/** Makes one variable after another typical where the statement stays true of somebody: few departures, not always the fewest. */
function ordinaryModel(cuts: Cuts, sat: Sat, conflictsMax: number): ReadonlyMap<Variable, Range> {
  const wishes: number[] = [];
  for (const [variable, list] of cuts) {
    const wished = list.map(({ cut, literal }) => (variable.typical >= cut ? literal : -literal));
    const holds = wished.every((literal) => sat.value(Math.abs(literal)) === literal > 0);
    if (holds || sat.solve([...wishes, ...wished], Math.min(500, conflictsMax)) === "satisfiable") wishes.push(...wished);
    else sat.solve(wishes, conflictsMax);
  }
  return new Map(
    [...cuts].map(([variable, list]) => {
      const domain = domainOf(variable);
      const reached = list.findLast(({ literal }) => sat.value(literal));
      const missed = list.find(({ literal }) => !sat.value(literal));
      return [variable, { from: reached?.cut ?? domain.from, to: missed === undefined ? domain.to : missed.cut - 1 }];
    }),
  );
}
