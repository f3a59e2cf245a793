import { never, TooLarge } from "../logic/diagram.ts";
import type { Diagram, Diagrams } from "../logic/diagram.ts";
import type { FormulaNode, Variable } from "../logic/formula.ts";
import { departure, mostOrdinary } from "../logic/ordinary.ts";
import type { Assignment, Range } from "../logic/ordinary.ts";
import type { Solver } from "../logic/solver.ts";
import type { Space } from "../logic/space.ts";
import { cellsOf, cutsOf, extentOf, regionIn } from "./region.ts";
import type { Region } from "./region.ts";
import type { Pair } from "./violation.ts";

/** Two applicants who break a claim, and the region around them. */
export interface FoundPair {
  readonly assignment: Assignment;
  readonly region: () => Region | undefined;
}

/**
 * Pairs that break a claim, the most ordinary first; undefined where the diagrams do not fit. What is decided of the
 * one and of the other are the same diagrams with the fact put to its two values, so nothing is asked about twice as
 * many facts.
 */
export function findPairs(space: Space, solver: Solver, pair: Pair, premise: number): Iterable<FoundPair> | undefined {
  const found = placesIn(space, solver, pair, premise);
  if (found === undefined) return undefined;
  return found.places.length === 0 ? [] : pairsIn({ space, solver, pair, ...found }, found.places);
}

/** Whether there are any; undefined where the diagrams do not fit. */
export function areThere(space: Space, solver: Solver, pair: Pair, premise: number): boolean | undefined {
  const found = placesIn(space, solver, pair, premise);
  return found === undefined ? undefined : found.places.length > 0;
}

interface Places extends Pick<Within, "cells" | "cuts"> {
  readonly places: readonly { readonly side: Sides; readonly whole: Diagram }[];
}

function placesIn(space: Space, solver: Solver, pair: Pair, premise: number): Places | undefined {
  const { formulas } = space;
  // What does not speak of the fact is true of both or of neither.
  const speaking = pair.statements.filter((statement) => formulas.reachable([statement]).some((of) => speaksOf(formulas.node(of), pair.variable)));
  if (speaking.length === 0) return { cells: [], cuts: new Map(), places: [] };
  try {
    solver.settle([premise, pair.there, ...speaking]);
    const parts = [premise, pair.there, ...speaking].map((of) => solver.diagram(of));
    const [about, there, ...statements] = parts.flatMap((part) => part ?? []);
    if (about === undefined || there === undefined || parts.includes(undefined)) return undefined;
    const cuts = cutsOf(space, [premise, pair.there, ...speaking].map((of) => solver.settled(of)));
    const cells = cellsOf(pair.variable, cuts.get(pair.variable) ?? []);
    const { diagrams } = solver;
    const at = (of: Diagram): readonly Diagram[] => cells.map(({ from }) => diagrams.given(of, pair.variable, from));
    const [abouts, theres] = [at(about), at(there)];
    const sides = statements.map((statement): Sides => {
      const truths = at(statement);
      const one = truths.map((truth, index) => diagrams.and(truth, abouts[index] ?? never));
      const other = truths.map((truth, index) => diagrams.and(diagrams.not(truth), diagrams.and(abouts[index] ?? never, theres[index] ?? never)));
      return { one, other, truths };
    });
    return { cells, cuts, places: sides.flatMap((side) => placesOf(diagrams, side, pair.how).map((whole) => ({ side, whole }))) };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function speaksOf(node: FormulaNode, variable: Variable): boolean {
  return node.kind === "atLeast" && node.variable === variable;
}

/** By cell of the fact: where the statement is true of the one, where it is not true of the other. */
interface Sides {
  readonly one: readonly Diagram[];
  readonly other: readonly Diagram[];
  readonly truths: readonly Diagram[];
}

/** Where all else makes a pair: from one end of the fact to the other, those met so far kept together. */
function placesOf(diagrams: Diagrams, { one, other, truths }: Sides, how: Pair["how"]): readonly Diagram[] {
  const or = (a: Diagram, b: Diagram): Diagram => diagrams.not(diagrams.and(diagrams.not(a), diagrams.not(b)));
  if (truths.every((truth) => truth === truths[0])) return [];
  if (how === "changes") {
    const both = diagrams.and(one.reduce(or, never), other.reduce(or, never));
    return both === never ? [] : [both];
  }
  const order = one.map((_, index) => (how === "falls" ? index : one.length - 1 - index));
  const found: Diagram[] = [];
  let sofar: Diagram = never;
  for (const index of order) {
    const here = diagrams.and(sofar, other[index] ?? never);
    if (here !== never) found.push(here);
    sofar = or(sofar, one[index] ?? never);
  }
  return found;
}

interface Within {
  readonly space: Space;
  readonly solver: Solver;
  readonly pair: Pair;
  readonly cells: readonly Range[];
  readonly cuts: ReadonlyMap<Variable, readonly number[]>;
}

/** So many places are looked at for the most ordinary pair. */
const placesMax = 40;

function* pairsIn(within: Within, places: readonly { readonly side: Sides; readonly whole: Diagram }[]): Generator<FoundPair, undefined> {
  const { diagrams } = within.solver;
  const ranked = places.slice(0, placesMax).map((place) => ({ ...place, cost: costOf(mostOrdinary(diagrams, place.whole)) }));
  for (const { side, whole } of ranked.toSorted((a, b) => a.cost - b.cost)) {
    for (const { one, other, both } of cellsIn(within, side, whole)) {
      const assignment = mostOrdinary(diagrams, both);
      const [first, second] = [within.cells[one], within.cells[other]];
      if (assignment === undefined || first === undefined || second === undefined) continue;
      const { variable } = within.pair;
      yield {
        assignment: new Map([...assignment, [variable, first], [within.space.copy(variable), second]]),
        region: () => {
          const around = regionIn(within.space, within.solver.diagrams, { whole: both, cuts: within.cuts, assignment });
          const own = [extentOf(within.space, variable, [first]), extentOf(within.space, within.space.copy(variable), [second])].flatMap((extent) => extent ?? []);
          return around === undefined ? undefined : [...own, ...around];
        },
      };
    }
  }
  return undefined;
}

/** Cells of the fact for the one and the other, those nearest the typical value first. */
function* cellsIn({ solver: { diagrams }, pair, cells }: Within, { one, other }: Sides, whole: Diagram): Generator<{ readonly one: number; readonly other: number; readonly both: Diagram }, undefined> {
  const near = cells.map((cell, index) => ({ index, cost: departure(pair.variable, cell) })).toSorted((a, b) => a.cost - b.cost || a.index - b.index);
  const allowed = (a: number, b: number): boolean => a !== b && (pair.how === "changes" || a < b === (pair.how === "falls"));
  for (const { index: a } of near) {
    const turns = pair.how === "changes" ? [[one, other] as const, [other, one] as const] : [[one, other] as const];
    for (const [mine, yours] of turns) {
      const here = diagrams.and(whole, mine[a] ?? never);
      if (here === never) continue;
      for (const { index: b } of near) {
        if (!allowed(a, b)) continue;
        const both = diagrams.and(here, yours[b] ?? never);
        if (both !== never) yield { one: a, other: b, both };
      }
    }
  }
  return undefined;
}

function costOf(assignment: Assignment | undefined): number {
  return [...(assignment ?? [])].reduce((sum, [variable, range]) => sum + departure(variable, range), 0);
}
