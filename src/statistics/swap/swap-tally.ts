import { jackknifeGroups } from "../../simulation/index.ts";

/** Decisions that two policies are compared at, customer by customer. */
export const swapDecisions = ["enrolment", "limit", "pricing", "closure", "monitoring"] as const;
export type SwapDecision = (typeof swapDecisions)[number];

/**
 * Where a pair of outcomes falls. Of a decision with two outcomes: only under the challenger, only under the champion,
 * under both, under neither. Of an amount: higher, lower, the same, or not to be compared.
 */
export const swapCells = ["in", "out", "kept", "neither"] as const;
export type SwapCell = (typeof swapCells)[number];

/** What is added up in a cell, under the champion and under the challenger. Money is fen. */
export const swapFigures = ["accounts", "bads", "creditSalesFen", "lossFen", "marginFen"] as const;
export type SwapFigure = (typeof swapFigures)[number];

/** Numbers kept for one cell and one group of customers: persons, then the figures of both sides. */
export const swapWidth = 1 + 2 * swapFigures.length;

/** One customer whom the policies decide differently, with what became of her under each. */
export interface SwapCase {
  readonly customer: number;
  readonly champion: readonly number[];
  readonly challenger: readonly number[];
}

/** Pairs of outcomes added up over customers: integers, so that any order of blocks gives the same bytes. */
export interface SwapTally {
  customers: number;
  readonly groupCustomers: Float64Array;
  /** [decision][cell][jackknife group][width] */
  readonly cells: Float64Array;
  /** Persons by fact, group label, and [decision][cell]. */
  readonly segments: Record<string, Record<string, Float64Array>>;
  /** [decision][cell]: the customers of lowest number. */
  readonly cases: SwapCase[][];
}

/** Cells of all decisions. */
export const cellCount: number = swapDecisions.length * swapCells.length;
const casesKept = 3;

/** An empty tally. */
export function newSwapTally(): SwapTally {
  return {
    customers: 0,
    groupCustomers: new Float64Array(jackknifeGroups),
    cells: new Float64Array(cellCount * jackknifeGroups * swapWidth),
    segments: {},
    cases: Array.from({ length: cellCount }, () => []),
  };
}

/** Adds one tally to another, in place. */
export function addSwapTally(to: SwapTally, from: SwapTally): void {
  to.customers += from.customers;
  add(to.groupCustomers, from.groupCustomers);
  add(to.cells, from.cells);
  for (const [fact, labels] of Object.entries(from.segments)) {
    const own = (to.segments[fact] ??= {});
    for (const [label, counts] of Object.entries(labels)) add((own[label] ??= new Float64Array(cellCount)), counts);
  }
  from.cases.forEach((cases, cell) => keepCases(to, cell, cases));
}

/** Keeps the cases of lowest number, whatever the order in which they come. */
export function keepCases(tally: SwapTally, cell: number, cases: readonly SwapCase[]): void {
  if (cases.length === 0) return;
  tally.cases[cell] = [...(tally.cases[cell] ?? []), ...cases].toSorted((a, b) => a.customer - b.customer).slice(0, casesKept);
}

function add(to: Float64Array, from: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + (from[at] ?? 0);
}
