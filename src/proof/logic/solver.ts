import type { Text } from "../../base/index.ts";
import { makeDiagrams, never, TooLarge } from "./diagram.ts";
import type { Diagram, Diagrams } from "./diagram.ts";
import { reachable } from "./formula.ts";
import type { Formula, Variable } from "./formula.ts";
import { mostOrdinary } from "./ordinary.ts";
import type { Assignment } from "./ordinary.ts";
import { putIntoCells } from "./orders.ts";
import { search } from "./search.ts";
import type { Space } from "./space.ts";

/** What a proof may cost. */
export interface Budget {
  /** Nodes of the decision diagrams of one claim, or of all findings together. */
  readonly nodes: number;
  /** Conflicts of one search, where the diagrams grew too large. */
  readonly conflicts: number;
}

/** Enough for the shipped policies a hundred times over; a second or two where it is used up. */
export const usualBudget: Budget = { nodes: 250_000, conflicts: 20_000 };

/** Whether a statement is true of anybody. */
export type Answer =
  | { readonly kind: "nobody" }
  | { readonly kind: "somebody"; readonly assignment: Assignment; readonly engine: "diagram" | "search" }
  | { readonly kind: "unknown"; readonly why: Text };

/** Answers questions about one space: by diagrams while they fit the budget, then by search. */
export interface Solver {
  ask(question: Formula): Answer;
  /** The diagram of a statement; undefined where diagrams no longer fit. */
  diagram(of: Formula): Diagram | undefined;
  readonly diagrams: Diagrams;
  /** Statements with comparisons of facts put into cells. */
  settled(of: Formula): Formula;
}

/** A solver for questions made of these statements; others can be asked as well. */
export function makeSolver(space: Space, about: readonly Formula[], budget: Budget): Solver {
  const { formulas } = space;
  const inCells = putIntoCells(space, about);
  const cells = new Map(about.map((of) => [of, inCells(of)]));
  const settled = (of: Formula): Formula => {
    const found = cells.get(of);
    if (found !== undefined) return found;
    const compares = reachable(formulas, [of]).some((part) => formulas.node(part).kind === "less");
    const made = compares ? putIntoCells(space, [...about, of])(of) : of;
    cells.set(of, made);
    return made;
  };
  const diagrams = makeDiagrams(formulas, orderOf(space, [...cells.values()]), Math.max(2, budget.nodes));
  let tooLarge = budget.nodes <= 0;
  const diagram = (of: Formula): Diagram | undefined => {
    if (tooLarge) return undefined;
    try {
      return diagrams.of(settled(of));
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      tooLarge = true;
      return undefined;
    }
  };
  return {
    settled,
    diagram,
    diagrams,
    ask(question) {
      const found = diagram(question);
      if (found === undefined) return search(space, settled(question), budget.conflicts);
      if (found === never) return { kind: "nobody" };
      const assignment = mostOrdinary(diagrams, found);
      if (assignment === undefined) throw new Error("a diagram other than `never` has a way to `always`");
      return { kind: "somebody", assignment, engine: "diagram" };
    },
  };
}

/** The most tested variable first; what is compared with a variable, or copies it, beside it. */
function orderOf(space: Space, roots: readonly Formula[]): readonly Variable[] {
  const { formulas, variables } = space;
  const tests = new Map<Variable, number>();
  const family = new Map<Variable, Variable>();
  const head = (variable: Variable): Variable => {
    const of = family.get(variable);
    return of === undefined || of === variable ? variable : head(of);
  };
  for (const of of reachable(formulas, roots)) {
    const node = formulas.node(of);
    if (node.kind === "atLeast") tests.set(node.variable, (tests.get(node.variable) ?? 0) + 1);
    if (node.kind !== "all" && node.kind !== "any") continue;
    for (const part of node.parts) {
      const inner = formulas.node(part);
      if (inner.kind === "atLeast") tests.set(inner.variable, (tests.get(inner.variable) ?? 0) + 1);
    }
  }
  for (const variable of variables) {
    if (variable.original !== undefined) family.set(head(variable), head(variable.original));
    for (const other of comparedIn(variable, variables)) if (head(other) !== head(variable)) family.set(head(variable), head(other));
  }
  const most = new Map<Variable, number>();
  for (const variable of variables) most.set(head(variable), Math.max(most.get(head(variable)) ?? 0, tests.get(variable) ?? 0));
  const rank = (variable: Variable): number => most.get(head(variable)) ?? 0;
  return variables.toSorted((a, b) => rank(b) - rank(a) || head(a).index - head(b).index || (tests.get(b) ?? 0) - (tests.get(a) ?? 0) || a.index - b.index);
}

/** The variables that an order variable compares. */
function comparedIn({ kind, name }: Variable, variables: readonly Variable[]): readonly Variable[] {
  if (kind !== "open" || !name.includes("|")) return [];
  return name.split("|").flatMap((side) => variables[Number(side.split("@").at(-1))] ?? []);
}
