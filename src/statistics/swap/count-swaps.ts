import { jackknifeGroups, type CounterName } from "../../simulation/index.ts";
import { lossFen, marginFen } from "../amounts.ts";
import { customerCounters, type CustomerTotals } from "../customer-counters.ts";
import type { Sums } from "../sums.ts";
import { cellCount, keepCases, newSwapTally, swapCells, swapDecisions, swapFigures, swapWidth, type SwapTally } from "./swap-tally.ts";

/** The same customers under two policies. */
export interface PairedBlock {
  /** Number of the first customer. */
  readonly first: number;
  readonly count: number;
  readonly champion: CustomerTotals;
  readonly challenger: CustomerTotals;
  /** By fact: the group each customer belongs to. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** Puts every customer of a block into one cell of each decision. */
export function countSwaps(block: PairedBlock): SwapTally {
  const tally = newSwapTally();
  const champion = sideOf(block.champion);
  const challenger = sideOf(block.challenger);
  for (let index = 0; index < block.count; index++) {
    champion.turnTo(index);
    challenger.turnTo(index);
    const customer = block.first + index;
    const group = customer % jackknifeGroups;
    tally.customers += 1;
    tally.groupCustomers[group] = (tally.groupCustomers[group] ?? 0) + 1;
    swapDecisions.forEach((decision, at) => {
      const cell = at * swapCells.length + cellOf(decision, champion.of, challenger.of);
      addPerson(tally, { cell, group, customer, champion: champion.figures(), challenger: challenger.figures() });
      for (const [fact, labels] of Object.entries(block.labels)) countSegment(tally, fact, labels[index] ?? "missing", cell);
    });
  }
  return tally;
}

type Of = (counter: CounterName) => number;

/** One policy's side of a block, turned to one customer after another. */
function sideOf(totals: CustomerTotals): { readonly of: Of; turnTo(index: number): void; figures(): readonly number[] } {
  const customer = customerCounters(totals);
  let figures: readonly number[] | undefined;
  return {
    of: customer.of,
    turnTo: (index) => {
      customer.turnTo(index);
      figures = undefined;
    },
    figures: () => (figures ??= figuresOf(customer)),
  };
}

/** In the order of `swapFigures`. */
const figuresOf = (sums: Pick<Sums, "of">): readonly number[] => [
  sums.of("booked") > 0 ? 1 : 0,
  sums.of("newly90") > 0 ? 1 : 0,
  sums.of("creditSalesFen"),
  lossFen(sums),
  marginFen(sums),
];

const [inCell, outCell, keptCell, neitherCell] = [0, 1, 2, 3] as const;

function cellOf(decision: (typeof swapDecisions)[number], champion: Of, challenger: Of): number {
  switch (decision) {
    case "enrolment":
      return either(champion("booked") > 0, challenger("booked") > 0);
    case "limit":
      return byAmount(meanOf(champion, "limitBookedFen"), meanOf(challenger, "limitBookedFen"));
    case "pricing":
      return byAmount(meanOf(champion, "feeBookedBps"), meanOf(challenger, "feeBookedBps"));
    case "closure":
      return either(champion("closuresGranted") > 0, challenger("closuresGranted") > 0);
    case "monitoring":
      return either(steppedIn(champion), steppedIn(challenger));
  }
}

/** A freeze, a cut of the limit or a plan. */
const steppedIn = (of: Of): boolean => of("freezes") + of("limitCuts") + of("plans") > 0;

function either(champion: boolean, challenger: boolean): number {
  if (champion) return challenger ? keptCell : outCell;
  return challenger ? inCell : neitherCell;
}

/** Of the accounts opened, once as a rule; null where none was. */
const meanOf = (of: Of, counter: CounterName): number | null => (of("booked") > 0 ? of(counter) / of("booked") : null);

function byAmount(champion: number | null, challenger: number | null): number {
  if (champion === null || challenger === null) return neitherCell;
  if (challenger > champion) return inCell;
  return challenger < champion ? outCell : keptCell;
}

interface Person {
  readonly cell: number;
  readonly group: number;
  readonly customer: number;
  readonly champion: readonly number[];
  readonly challenger: readonly number[];
}

function addPerson(tally: SwapTally, { cell, group, customer, champion, challenger }: Person): void {
  const at = (cell * jackknifeGroups + group) * swapWidth;
  const { cells } = tally;
  cells[at] = (cells[at] ?? 0) + 1;
  for (let figure = 0; figure < swapFigures.length; figure++) {
    const own = at + 1 + figure;
    const other = own + swapFigures.length;
    cells[own] = (cells[own] ?? 0) + (champion[figure] ?? 0);
    cells[other] = (cells[other] ?? 0) + (challenger[figure] ?? 0);
  }
  const differs = cell % swapCells.length <= outCell;
  if (differs && (tally.cases[cell]?.length ?? 0) < 3) keepCases(tally, cell, [{ customer, champion, challenger }]);
}

function countSegment(tally: SwapTally, fact: string, label: string, cell: number): void {
  const labels = (tally.segments[fact] ??= {});
  const counts = (labels[label] ??= new Float64Array(cellCount));
  counts[cell] = (counts[cell] ?? 0) + 1;
}
