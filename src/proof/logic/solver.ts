import type { Text } from "../../base/index.ts";
import { makeDiagrams, never, TooLarge } from "./diagram.ts";
import type { Diagram, Diagrams } from "./diagram.ts";
import { reachable } from "./formula.ts";
import type { Formula, Variable } from "./formula.ts";
import { mostOrdinary } from "./ordinary.ts";
import type { Assignment } from "./ordinary.ts";
import { putIntoCells } from "./orders.ts";
import { isSmall } from "./parts.ts";
import { makeSearch } from "./search.ts";
import type { Search } from "./search.ts";
import type { Space } from "./space.ts";

/** What a proof may cost. */
export interface Budget {
  /** Nodes of the decision diagrams of claims about one decision, or of all findings about it together. */
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

/** Answers questions about one space: by diagrams while they stay small, then by search, then by larger diagrams. */
export interface Solver {
  ask(question: Formula): Answer;
  /** Whether it is true of anybody, without who; undefined where that is not known. */
  somebody(question: Formula): boolean | undefined;
  /** Somebody of whom a small statement is true; undefined where there is nobody, or it is not small. */
  someone(question: Formula): Assignment | undefined;
  /** The diagram of a statement; undefined where diagrams no longer fit. */
  diagram(of: Formula): Diagram | undefined;
  readonly diagrams: Diagrams;
  /** Whether the decision is too large for diagrams. */
  isTooLarge(): boolean;
  /** Statements with comparisons of facts put into cells; those that are asked together once for all. */
  settled(of: Formula): Formula;
  settle(all: readonly Formula[]): void;
}

/** Diagrams of decisions get so many nodes before search is tried; of those of very many statements fewer. */
const [firstNodes, firstOfMany] = [60_000, 20_000];
/** A search gets so many conflicts before diagrams may use up their budget. */
const firstConflicts = 1_000;
/** A statement of so few parts has diagrams of its own, however large the decision. */
const [smallParts, smallNodes] = [150, 4_000];
/** One with so few has them even before that: they cost less than finding it among the others; so has every small one where there are so many others. */
const [tinyParts, manyOthers] = [40, 6_000];

/** A solver for questions made of these statements; others can be asked as well. */
export function makeSolver(space: Space, about: readonly Formula[], budget: Budget): Solver {
  const { formulas } = space;
  const inCells = putIntoCells(space, about);
  const cells = new Map(about.map((of) => [of, inCells(of)]));
  const settle = (all: readonly Formula[]): void => {
    const anew = all.filter((of) => !cells.has(of));
    const made = putIntoCells(space, anew.filter((of) => formulas.compares(of)));
    for (const of of anew) cells.set(of, formulas.compares(of) ? made(of) : of);
  };
  const settled = (of: Formula): Formula => {
    if (!cells.has(of)) settle([of]);
    return cells.get(of) ?? of;
  };
  const order = orderOf(space, [...cells.values()]);
  const isOneOfMany = reachable(formulas, [...cells.values()]).length > manyOthers;
  const nodes = Math.min(isOneOfMany ? firstOfMany : firstNodes, Math.max(2, budget.nodes));
  const first = makeShelf(makeDiagrams(formulas, order, nodes), budget.nodes <= 0);
  let [last, search]: [Shelf | undefined, Search | undefined] = [budget.nodes <= nodes ? first : undefined, undefined];
  const small = (question: Formula): Shelf | undefined => {
    return budget.nodes <= 0 || !isSmall(formulas, question, first.isFull() || isOneOfMany ? smallParts : tinyParts) ? undefined : makeShelf(makeDiagrams(formulas, orderOf(space, [question]), Math.min(smallNodes, budget.nodes)), false);
  };
  /** Shelves from the cheapest to the dearest, the search between. */
  const inTurn = <T>(question: Formula, by: { readonly diagram: (shelf: Shelf, found: Diagram) => T; readonly search: (search: Search, conflicts: number) => T; readonly isAnswer: (answer: T) => boolean }): T => {
    for (const shelf of [small(question), first]) {
      const found = shelf?.diagram(question);
      if (shelf !== undefined && found !== undefined) return by.diagram(shelf, found);
    }
    search ??= makeSearch(space);
    const quick = by.search(search, Math.min(budget.conflicts, firstConflicts));
    if (by.isAnswer(quick)) return quick;
    last ??= makeShelf(makeDiagrams(formulas, order, budget.nodes), false);
    const found = last.diagram(question);
    if (found !== undefined) return by.diagram(last, found);
    return budget.conflicts > firstConflicts ? by.search(search, budget.conflicts) : quick;
  };
  return {
    settled,
    settle,
    diagram: (of) => first.diagram(settled(of)),
    diagrams: first.diagrams,
    isTooLarge: () => first.isFull(),
    someone(question) {
      if (budget.nodes <= 0 || !isSmall(formulas, question, smallParts)) return undefined;
      const own = putIntoCells(space, [question])(question);
      const shelf = makeShelf(makeDiagrams(formulas, orderOf(space, [own]), smallNodes), false);
      const found = shelf.diagram(own);
      return found === undefined || found === never ? undefined : mostOrdinary(shelf.diagrams, found);
    },
    somebody: (question) =>
      inTurn<boolean | undefined>(settled(question), {
        diagram: (_, found) => found !== never,
        search: (by, conflicts) => by.somebody(settled(question), conflicts),
        isAnswer: (answer) => answer !== undefined,
      }),
    ask: (question) =>
      inTurn<Answer>(settled(question), {
        diagram: ({ diagrams }, found) => answerOf(diagrams, found),
        search: (by, conflicts) => by.ask(settled(question), conflicts),
        isAnswer: ({ kind }) => kind !== "unknown",
      }),
  };
}

function answerOf(diagrams: Diagrams, found: Diagram): Answer {
  if (found === never) return { kind: "nobody" };
  const assignment = mostOrdinary(diagrams, found);
  if (assignment === undefined) throw new Error("a diagram other than `never` has a way to `always`");
  return { kind: "somebody", assignment, engine: "diagram" };
}

/** Diagrams until they grow too large. */
interface Shelf {
  readonly diagrams: Diagrams;
  diagram(of: Formula): Diagram | undefined;
  isFull(): boolean;
}

function makeShelf(diagrams: Diagrams, isFull: boolean): Shelf {
  let full = isFull;
  return {
    diagrams,
    isFull: () => full,
    diagram(of) {
      if (full) return undefined;
      try {
        return diagrams.of(of);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        full = true;
        return undefined;
      }
    },
  };
}

/**
 * The most tested variable first; what is compared with a variable, or copies it, beside it. A fact of two applicants
 * comes last with its order: most of what is decided about them is alike, and asked once.
 */
function orderOf({ formulas, variables }: Space, roots: readonly Formula[]): readonly Variable[] {
  const tests = new Map<Variable, number>();
  const count = (of: Formula): void => {
    const node = formulas.node(of);
    if (node.kind === "atLeast") tests.set(node.variable, (tests.get(node.variable) ?? 0) + 1);
  };
  for (const of of reachable(formulas, roots)) {
    const node = formulas.node(of);
    if (node.kind === "atLeast") count(of);
    else if (node.kind === "all" || node.kind === "any") for (const part of node.parts) count(part);
  }
  const tested = variables.filter((variable) => tests.has(variable));
  const family = new Map<Variable, Variable>();
  const head = (variable: Variable): Variable => {
    const of = family.get(variable);
    return of === undefined || of === variable ? variable : head(of);
  };
  for (const variable of tested) {
    if (variable.original !== undefined) family.set(head(variable), head(variable.original));
    for (const other of comparedIn(variable, variables)) if (head(other) !== head(variable)) family.set(head(variable), head(other));
  }
  const pairs = new Set(tested.flatMap((variable) => (variable.kind === "copy" ? [head(variable)] : [])));
  const most = new Map<Variable, number>();
  for (const variable of tested) most.set(head(variable), Math.max(most.get(head(variable)) ?? 0, tests.get(variable) ?? 0));
  const rank = (variable: Variable): number => (pairs.has(head(variable)) ? -1 : (most.get(head(variable)) ?? 0));
  const opensFirst = (variable: Variable): number => Number(pairs.has(head(variable)) && variable.kind !== "open");
  return tested.toSorted((a, b) => rank(b) - rank(a) || head(a).index - head(b).index || opensFirst(a) - opensFirst(b) || (tests.get(b) ?? 0) - (tests.get(a) ?? 0) || a.index - b.index);
}

/** The variables that an order variable compares. */
function comparedIn({ kind, name }: Variable, variables: readonly Variable[]): readonly Variable[] {
  if (kind !== "open" || !name.includes("|")) return [];
  return name.split("|").flatMap((side) => variables[Number(side.split("@").at(-1))] ?? []);
}
