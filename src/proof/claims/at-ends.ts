import { reachable } from "../logic/formula.ts";
import type { Formula, FormulaNode, Formulas, Monotone, Variable } from "../logic/formula.ts";
import { domainOf } from "../logic/ordinary.ts";
import { valueAt } from "../logic/space.ts";
import type { Space } from "../logic/space.ts";
import { numberAbove, numberAtLeast } from "../logic/thresholds.ts";
import { keyOf, signsOf } from "./signs.ts";

/**
 * A question about two applicants who differ in one fact, with the numbers that depend on it taken at the ends of its
 * cells: a comparison that becomes no less true as the first applicant's fact rises is asked at the upper end of her
 * cell, one that becomes no less true as the second's falls at the lower end of hers. What is true of a pair stays true,
 * so nothing is lost; and where amounts rise with the fact, as they mostly do, no order between them is left open.
 */
export function atEnds(space: Space, question: Formula, first: Variable, second: Variable): AtEnds {
  const { formulas } = space;
  const starts = startsOf(formulas, question, first, second);
  const ends = starts.map((_, index) => (starts[index + 1] ?? first.highest + 1) - 1);
  const cell = (variable: Variable, index: number): Formula => {
    const next = starts[index + 1];
    return formulas.all([numberFrom(formulas, variable, starts[index] ?? 0), ...(next === undefined ? [] : [formulas.not(numberFrom(formulas, variable, next))])]);
  };
  /** A number of the fact as it is at the end of each cell. */
  const cases = (term: Monotone): readonly End[] | undefined => {
    if (term.variable !== first && term.variable !== second) return undefined;
    const places = term.variable === first ? ends : starts;
    return places.flatMap((place, index) => (place < first.lowest ? [] : [{ here: cell(term.variable, index), value: term.at(valueAt(term.variable, place)) }]));
  };
  const atLeastAsTrue = (left: Monotone, right: Monotone): Formula => {
    const [a, b] = [cases(left), cases(right)];
    const there = [left, right].map(({ variable }) => formulas.atLeast(variable, variable.lowest));
    if (a !== undefined && b !== undefined) return formulas.all([...there, stairs(space, right.rising ? b : b.toReversed(), a)]);
    return formulas.all([...there, formulas.any((a ?? [undefined]).flatMap((one) => (b ?? [undefined]).map((other) => lessIn(space, { left, right, one, other }))))]);
  };
  const made = new Map<string, Formula>();
  const atEnd = (of: Formula, asItStands: boolean): Formula => made.get(keyOf(of, asItStands)) ?? of;
  let complete = true;
  // Both as it stands and negated; what of the two is not needed is not asked for.
  const needed = signsOf(formulas, question);
  for (const of of reachable(formulas, [question])) {
    const node = formulas.node(of);
    for (const asItStands of [true, false]) {
      if (needed.has(keyOf(of, asItStands))) made.set(keyOf(of, asItStands), changed(node, of, asItStands));
    }
  }
  return { question: atEnd(question, true), complete };

  function changed(node: FormulaNode, of: Formula, asItStands: boolean): Formula {
    switch (node.kind) {
      case "constant":
      case "atLeast":
        return of;
      case "not":
        return formulas.not(atEnd(node.of, !asItStands));
      case "all":
        return formulas.all(node.parts.map((part) => atEnd(part, asItStands)));
      case "any":
        return formulas.any(node.parts.map((part) => atEnd(part, asItStands)));
      case "less": {
        if (![node.left, node.right].some(({ variable }) => variable === first || variable === second)) return of;
        if (helps(node.left, node.right, asItStands, first, second)) return atLeastAsTrue(node.left, node.right);
        complete = false;
        return of;
      }
    }
  }
}

/** A question with numbers taken at ends. */
export interface AtEnds {
  readonly question: Formula;
  /** All of them were: then a pair within one cell breaks nothing, for with both at one place it would break it too. */
  readonly complete: boolean;
}

/** Whether a comparison becomes no less true of the question as the first one's fact rises and the second one's falls. */
function helps(left: Monotone, right: Monotone, asItStands: boolean, first: Variable, second: Variable): boolean {
  // Facts themselves are compared by conditions, which an end of a cell would bend; their order is kept as it is.
  if (isFact(left) && isFact(right)) return false;
  const sides = [[left, false] as const, [right, true] as const].filter(([{ variable }]) => variable === first || variable === second);
  return sides.length > 0 && sides.every(([term, isRight]) => ((term.variable === first) === (isRight === term.rising)) === asItStands);
}

function isFact({ key, variable }: Monotone): boolean {
  return key === variable.name;
}

/** Both known at the ends of cells: for each cell of the left one the cells of the right one from some on, or up to one. */
function stairs({ formulas }: Space, rising: readonly End[], left: readonly End[]): Formula {
  const above: Formula[] = [formulas.no];
  for (const { here } of rising.toReversed()) above.push(formulas.any([here, above.at(-1) ?? formulas.no]));
  return formulas.any(
    left.map(({ here, value }) => {
      const first = rising.findIndex((other) => value < other.value);
      return formulas.all([here, first < 0 ? formulas.no : (above[rising.length - first] ?? formulas.no)]);
    }),
  );
}

interface Ends {
  readonly left: Monotone;
  readonly right: Monotone;
  /** Where a side is known, if it depends on the fact. */
  readonly one: End | undefined;
  readonly other: End | undefined;
}

interface End {
  readonly here: Formula;
  readonly value: number;
}

function lessIn(space: Space, { left, right, one, other }: Ends): Formula {
  const { formulas } = space;
  if (one !== undefined && other !== undefined) return one.value < other.value ? formulas.all([one.here, other.here]) : formulas.no;
  if (one !== undefined) return formulas.all([one.here, numberAbove(space, right, one.value)]);
  return other === undefined ? formulas.no : formulas.all([other.here, formulas.not(numberAtLeast(space, left, other.value))]);
}

function numberFrom(formulas: Formulas, variable: Variable, start: number): Formula {
  return start <= domainOf(variable).from ? formulas.yes : formulas.atLeast(variable, start);
}

/** Where the cells of the fact begin: at the cuts of either applicant, which are put to both alike. */
function startsOf(formulas: Formulas, question: Formula, first: Variable, second: Variable): readonly number[] {
  const cuts = reachable(formulas, [question]).flatMap((of) => {
    const node = formulas.node(of);
    return node.kind === "atLeast" && (node.variable === first || node.variable === second) ? [node.cut] : [];
  });
  return [...new Set([domainOf(first).from, first.lowest, ...cuts])].toSorted((a, b) => a - b);
}
