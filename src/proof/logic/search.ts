import { makeEncoding } from "./encoding.ts";
import type { Cuts } from "./encoding.ts";
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
  /** The same as `ask` without who; undefined where the conflicts do not do. */
  somebody(question: Formula, conflictsMax: number): boolean | undefined;
}

/** Statements in clauses, and what was learned of them. */
export function makeSearch(space: Space): Search {
  const { formulas } = space;
  const sat = makeSat();
  const encoding = makeEncoding(space, sat);
  const solve = (question: Formula, conflictsMax: number): ReturnType<Sat["solve"]> => {
    if (question === formulas.no) return "unsatisfiable";
    return conflictsMax <= 0 ? "unknown" : sat.solve([encoding.literal(question)], conflictsMax, encoding.inputs);
  };
  return {
    somebody(question, conflictsMax) {
      const found = solve(question, conflictsMax);
      return found === "unknown" ? undefined : found === "satisfiable";
    },
    ask(question, conflictsMax) {
      const found = solve(question, conflictsMax);
      if (found === "unsatisfiable") return { kind: "nobody" };
      if (found === "unknown") return { kind: "unknown", why: whyUnknown(conflictsMax) };
      return { kind: "somebody", assignment: ordinaryModel(encoding.cuts(question), sat, [encoding.literal(question)], { conflictsMax, inputs: encoding.inputs }), engine: "search" };
    },
  };
}

function whyUnknown(conflictsMax: number): Extract<Answer, { kind: "unknown" }>["why"] {
  if (conflictsMax <= 0) return { en: "the budget is zero", zh: "预算为零" };
  const count = conflictsMax.toLocaleString("en");
  return { en: `no answer within ${count} conflicts of the search`, zh: `搜索在 ${count} 次冲突内没有得出结论` };
}

/** Makes one variable after another typical where the statement stays true of somebody: few departures, not always the fewest. */
export function ordinaryModel(cuts: Cuts, sat: Sat, asked: readonly number[], { conflictsMax, inputs }: { readonly conflictsMax: number; readonly inputs: readonly number[] }): Assignment {
  const wishes: number[] = [...asked];
  for (const [variable, list] of cuts) {
    const wished = list.map(({ cut, literal }) => (variable.typical >= cut ? literal : -literal));
    const holds = wished.every((literal) => sat.value(Math.abs(literal)) === literal > 0);
    if (holds || sat.solve([...wishes, ...wished], Math.min(500, conflictsMax), inputs) === "satisfiable") wishes.push(...wished);
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
