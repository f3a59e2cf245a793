import { decodeFact } from "../../facts/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Constant } from "../../policy/index.ts";
import { never } from "../logic/diagram.ts";
import type { Diagram, Diagrams } from "../logic/diagram.ts";
import { reachable } from "../logic/formula.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import { domainOf } from "../logic/ordinary.ts";
import type { Assignment, Range } from "../logic/ordinary.ts";
import { valueAt } from "../logic/space.ts";
import type { Space } from "../logic/space.ts";
import type { Solver } from "../logic/solver.ts";

/** What a fact may be in a region: words, or numbers from … to. */
export type Extent =
  | { readonly fact: FactName; readonly second: boolean; readonly kind: "among"; readonly values: readonly (Constant | null)[] }
  | { readonly fact: FactName; readonly second: boolean; readonly kind: "ranges"; readonly ranges: readonly { readonly from: number; readonly to: number }[]; readonly missing: boolean };

/** Applicants for all of whom a statement is true: facts that are not listed may be anything. */
export type Region = readonly Extent[];

/**
 * The region around a counterexample: each fact in turn is widened to all values for which the statement stays true
 * of the whole region, typical facts first, so that what made the difference stays. Undefined where diagrams do not fit.
 */
export function regionAround(space: Space, solver: Solver, question: Formula, assignment: Assignment): Region | undefined {
  const whole = solver.diagram(question);
  return whole === undefined ? undefined : regionIn(space, solver.diagrams, { whole, cuts: cutsOf(space, [solver.settled(question)]), assignment });
}

/** A statement's diagram, the cuts it asks, and an applicant of whom it is true. */
export interface Around {
  readonly whole: Diagram;
  readonly cuts: ReadonlyMap<Variable, readonly number[]>;
  readonly assignment: Assignment;
}

/** The same for a diagram. */
export function regionIn(space: Space, diagrams: Diagrams, { whole, cuts, assignment }: Around): Region | undefined {
  const outside = diagrams.not(whole);
  const ordinary = (variable: Variable, { from, to }: Range): number => Number(!(from <= variable.typical && variable.typical <= to));
  const members = [...assignment].toSorted(([a, x], [b, y]) => Number(a.kind === "copy") - Number(b.kind === "copy") || ordinary(a, x) - ordinary(b, y) || a.index - b.index);
  const box = new Map<Variable, readonly Range[]>(members.map(([variable, range]) => [variable, [range]]));
  try {
    for (const [variable] of members) {
      if (variable.kind === "open") continue;
      const others = [...box].reduce((sofar, [other, ranges]) => (other === variable ? sofar : diagrams.and(sofar, diagrams.of(inRanges(space, other, ranges)))), outside);
      const cells = cellsOf(variable, cuts.get(variable) ?? []);
      box.set(variable, cells.filter((cell) => diagrams.and(others, diagrams.of(inRanges(space, variable, [cell]))) === never));
    }
  } catch {
    return undefined;
  }
  return [...box].flatMap(([variable, ranges]) => extentOf(space, variable, joined(ranges)) ?? []);
}

/** The cuts that statements ask of each variable, in order. */
export function cutsOf({ formulas }: Space, questions: readonly Formula[]): ReadonlyMap<Variable, readonly number[]> {
  const found = new Map<Variable, Set<number>>();
  for (const of of reachable(formulas, questions)) {
    const node = formulas.node(of);
    if (node.kind === "atLeast") found.set(node.variable, (found.get(node.variable) ?? new Set()).add(node.cut));
  }
  return new Map([...found].map(([variable, cuts]) => [variable, [...cuts].toSorted((a, b) => a - b)]));
}

/** The ranges into which cuts divide a variable. */
export function cellsOf(variable: Variable, cuts: readonly number[]): readonly Range[] {
  const { from, to } = domainOf(variable);
  const starts = [from, ...cuts.filter((cut) => cut > from && cut <= to)];
  return starts.map((start, index) => ({ from: start, to: (starts[index + 1] ?? to + 1) - 1 }));
}

/** That a variable lies in one of these ranges. */
export function inRanges({ formulas }: Space, variable: Variable, ranges: readonly Range[]): Formula {
  return formulas.any(ranges.map(({ from, to }) => formulas.all([from < variable.lowest ? formulas.yes : formulas.atLeast(variable, from), formulas.not(formulas.atLeast(variable, to + 1))])));
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const range of ranges) {
    const last = found.at(-1);
    if (last !== undefined && last.to + 1 === range.from) found[found.length - 1] = { from: last.from, to: range.to };
    else found.push(range);
  }
  return found;
}

/** What a fact may be; undefined where it may be anything. */
export function extentOf(space: Space, variable: Variable, ranges: readonly Range[]): Extent | undefined {
  const definition = space.definition(variable);
  const domain = domainOf(variable);
  const [only] = ranges;
  if (definition === undefined || (ranges.length === 1 && only?.from === domain.from && only.to === domain.to)) return undefined;
  const common = { fact: definition.name, second: variable.kind === "copy" };
  const missing = variable.nullable && ranges.some(({ from }) => from < variable.lowest);
  if (definition.type === "boolean" || definition.type === "enum") {
    const codes = ranges.flatMap(({ from, to }) => Array.from({ length: to - Math.max(from, variable.lowest) + 1 }, (_, index) => Math.max(from, variable.lowest) + index));
    return { ...common, kind: "among", values: [...codes.map((code) => decodeFact(definition, code)), ...(missing ? [null] : [])] };
  }
  const present = ranges.flatMap(({ from, to }) => (to < variable.lowest ? [] : [{ from: valueAt(variable, Math.max(from, variable.lowest)), to: valueAt(variable, to) }]));
  return { ...common, kind: "ranges", ranges: present, missing };
}
