import { jackknifeInterval } from "../../base/index.ts";
import { jackknifeGroups } from "../../simulation/index.ts";
import type { Interval } from "../measure.ts";
import { swapCells, swapDecisions, swapFigures, swapWidth, type SwapCase, type SwapCell, type SwapDecision, type SwapFigure, type SwapTally } from "./swap-tally.ts";

/** A figure with its interval at 95 %; null over nothing. */
export interface Estimate {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** What a cell's customers came to under one policy. */
export interface SwapSide {
  /** Customers with an account. */
  readonly accounts: number;
  /** Of these, 91 days past due or more at any time. */
  readonly badRate: Estimate;
  /** Loss, in fen a customer of the cell. */
  readonly loss: Estimate;
  /** Margin, in fen a customer of the cell. */
  readonly margin: Estimate;
  readonly creditSalesFen: number;
}

/** Who of a cell stands out: her group's share in the cell against its share in all customers. */
export interface SwapSegment {
  readonly fact: string;
  readonly label: string;
  readonly customers: number;
  readonly share: number;
  readonly shareOfAll: number;
}

/** The customers of one cell. */
export interface SwapSet {
  readonly cell: SwapCell;
  readonly customers: number;
  readonly champion: SwapSide;
  readonly challenger: SwapSide;
  /** Of the cells whose outcomes differ: the segments that differ most from all customers. */
  readonly segments: readonly SwapSegment[];
  readonly cases: readonly { readonly customer: number; readonly champion: SwapLife; readonly challenger: SwapLife }[];
}

/** What became of one customer under one policy. */
export type SwapLife = Readonly<Record<SwapFigure, number>>;

/** One decision: its four cells, and what the marginal accounts cost. */
export interface DecisionSwaps {
  readonly decision: SwapDecision;
  readonly cells: readonly SwapSet[];
}

/** All decisions of a comparison. */
export interface SwapSets {
  readonly customers: number;
  readonly decisions: readonly DecisionSwaps[];
  /** Accounts gone bad more under the challenger ÷ accounts more: the price of the marginal account. */
  readonly marginalBadRate: Estimate;
}

/** The counts of a paired run as sets with rates and intervals. */
export function swapSets(tally: SwapTally): SwapSets {
  return {
    customers: tally.customers,
    decisions: swapDecisions.map((decision, at) => ({
      decision,
      cells: swapCells.map((cell, cellAt) => setOf(tally, cell, at * swapCells.length + cellAt)),
    })),
    marginalBadRate: marginalBadRate(tally),
  };
}

function setOf(tally: SwapTally, cell: SwapCell, at: number): SwapSet {
  const differs = cell === "in" || cell === "out";
  return {
    cell,
    customers: sum(tally, at, 0),
    champion: sideOf(tally, at, 1),
    challenger: sideOf(tally, at, 1 + swapFigures.length),
    segments: differs ? segmentsOf(tally, at) : [],
    cases: differs ? (tally.cases[at] ?? []).map(caseOf) : [],
  };
}

function sideOf(tally: SwapTally, cell: number, from: number): SwapSide {
  const column = (figure: SwapFigure): number => from + swapFigures.indexOf(figure);
  const among = (of: number, over: number): Estimate => estimate(tally, (group) => part(tally, cell, group, of), (group) => part(tally, cell, group, over));
  return {
    accounts: sum(tally, cell, column("accounts")),
    badRate: bounded(among(column("bads"), column("accounts"))),
    loss: among(column("lossFen"), 0),
    margin: among(column("marginFen"), 0),
    creditSalesFen: sum(tally, cell, column("creditSalesFen")),
  };
}

const bounded = ({ value, interval }: Estimate): Estimate => ({
  value,
  interval: interval === null ? null : { ...interval, low: Math.max(0, interval.low), high: Math.min(1, interval.high) },
});

/** Over all cells of enrolment, where every customer stands once. */
function marginalBadRate(tally: SwapTally): Estimate {
  const more = (figure: SwapFigure) => (group: number): number => {
    const own = 1 + swapFigures.indexOf(figure);
    return swapCells.reduce((total, _, cell) => total + part(tally, cell, group, own + swapFigures.length) - part(tally, cell, group, own), 0);
  };
  return estimate(tally, more("bads"), more("accounts"));
}

/** A quotient of sums with the delete-a-group jackknife; no interval where nothing, or everything, was found. */
function estimate(tally: SwapTally, of: (group: number) => number, among: (group: number) => number): Estimate {
  const groups = Array.from({ length: jackknifeGroups }, (_, group) => group).filter((group) => (tally.groupCustomers[group] ?? 0) > 0);
  const above = groups.map(of);
  const below = groups.map(among);
  const numerator = above.reduce((total, each) => total + each, 0);
  const denominator = below.reduce((total, each) => total + each, 0);
  if (denominator === 0) return { value: null, interval: null };
  const value = numerator / denominator;
  const parts = groups.map((_, at) => (numerator - (above[at] ?? 0)) / (denominator - (below[at] ?? 0)));
  const bounds = numerator === 0 || numerator === denominator ? null : jackknifeInterval(value, parts);
  return { value, interval: bounds === null ? null : { ...bounds, kind: "sampling" } };
}

const part = (tally: SwapTally, cell: number, group: number, column: number): number =>
  tally.cells[(cell * jackknifeGroups + group) * swapWidth + column] ?? 0;

function sum(tally: SwapTally, cell: number, column: number): number {
  let total = 0;
  for (let group = 0; group < jackknifeGroups; group++) total += part(tally, cell, group, column);
  return total;
}

const segmentsShown = 5;
/** A group that differs by less than this many standard errors is not named. */
const notable = 3;
/** The score needs so many expected inside and outside of the group (Cochran's rule); of fewer nothing is said. */
const leastExpected = 5;

/** The groups whose share in the cell differs most from their share in all customers, by the two-proportion score. */
function segmentsOf(tally: SwapTally, cell: number): readonly SwapSegment[] {
  const inCell = sum(tally, cell, 0);
  if (inCell === 0 || inCell === tally.customers) return [];
  const decision = Math.floor(cell / swapCells.length) * swapCells.length;
  const found = Object.entries(tally.segments).flatMap(([fact, labels]) =>
    Object.entries(labels).map(([label, counts]) => {
      const customers = counts[cell] ?? 0;
      const everybody = swapCells.reduce((total, _, at) => total + (counts[decision + at] ?? 0), 0);
      const shareOfAll = everybody / tally.customers;
      const share = customers / inCell;
      const error = Math.sqrt((shareOfAll * (1 - shareOfAll) * (1 - inCell / tally.customers)) / inCell);
      const isEnough = inCell * Math.min(shareOfAll, 1 - shareOfAll) >= leastExpected;
      return { fact, label, customers, share, shareOfAll, score: isEnough && error > 0 ? Math.abs(share - shareOfAll) / error : 0 };
    }),
  );
  const ranked = found
    .filter(({ score }) => score >= notable)
    .toSorted((a, b) => b.score - a.score || compareText(a.fact, b.fact) || compareText(a.label, b.label));
  // One group a fact: where more of one value come in, fewer of the others do.
  return ranked
    .filter(({ fact }, index) => ranked.findIndex((other) => other.fact === fact) === index)
    .slice(0, segmentsShown)
    .map(({ fact, label, customers, share, shareOfAll }) => ({ fact, label, customers, share, shareOfAll }));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const caseOf = ({ customer, champion, challenger }: SwapCase): SwapSet["cases"][number] => ({
  customer,
  champion: lifeOf(champion),
  challenger: lifeOf(challenger),
});

function lifeOf(figures: readonly number[]): SwapLife {
  const [accounts = 0, bads = 0, creditSalesFen = 0, loss = 0, margin = 0] = figures;
  return { accounts, bads, creditSalesFen, lossFen: loss, marginFen: margin };
}
