import { roundHalfEven } from "../../base/index.ts";
import type { Tally } from "../tally.ts";
import type { Coupling, Waits } from "./coupling.ts";
import { figureIn, type FigureName } from "./figure.ts";
import type { Queue, QueueName } from "./queue.ts";

/** How full a queue was, month by month. */
export interface DeskLoad {
  readonly kind: "desk";
  readonly queue: QueueName;
  readonly perMonth: number;
  /** Cases that arrived. */
  readonly arrivals: readonly number[];
  /** Cases unanswered at month-end, in tenths: a desk answers fractions of a case in a month. */
  readonly backlogTenths: readonly number[];
  /** Days that a case of the month waited for its turn: the mean over its cases, in whole days. */
  readonly waitDays: readonly number[];
}

/** What a figure of the whole book came to, month by month. */
export interface FigureLoad {
  readonly kind: "figure";
  readonly queue: FigureName;
  readonly values: readonly number[];
}

export type Load = DeskLoad | FigureLoad;

const daysAMonth = 30;
/** Nobody is said to wait longer than this; a desk that never answers would be infinity. */
const longestWaitDays = 3000;

/**
 * The loads that a run put on what couples its customers. Desks: first come, first served, arrivals spread evenly over
 * the month; on a book that lived before month 0, what its months brought is served first, and what is left over then
 * waits before the first case of the run.
 */
export function loadsOf(couplings: readonly Coupling[], tally: Tally): readonly Load[] {
  return couplings.map((one): Load => {
    if (one.kind === "figure") return { kind: "figure", queue: one.name, values: figureIn(one, tally) };
    const arrived = (month: number): number => one.arrivals.reduce((sum, counter) => sum + (month < 0 ? tally.before(counter, month) : tally.at(counter, month)), 0);
    const before = Array.from({ length: tally.monthsBefore }, (_, index) => arrived(index - tally.monthsBefore));
    return loadOf(one, Array.from({ length: tally.months }, (_, month) => arrived(month)), before);
  });
}

/** What the next pass is given of a load. */
export const given = (load: Load): readonly number[] => (load.kind === "desk" ? load.waitDays : load.values);

/** The waits that loads imply: what the next pass is given. */
export function waitsOf(loads: readonly Load[]): Waits {
  return Object.fromEntries(loads.map((load) => [load.queue, given(load)]));
}

/** The furthest that what a pass implies is from what it was given: in days, of a figure in its own unit. */
export function gapDays(loads: readonly Load[], before: Waits): number {
  let gap = 0;
  for (const load of loads) given(load).forEach((value, month) => (gap = Math.max(gap, Math.abs(value - (before[load.queue]?.[month] ?? 0)))));
  return gap;
}

/** One queue under given arrivals; `before`: those of the months before them, which leave their backlog. */
export function loadOf(queue: Queue, arrivals: readonly number[], before: readonly number[] = []): DeskLoad {
  const backlogTenths: number[] = [];
  const waitDays: number[] = [];
  let backlog = before.reduce((left, arrived) => Math.max(0, left + arrived - capacityAt(queue, left)), 0);
  for (const arrived of arrivals) {
    const waiting = backlog;
    const capacity = capacityAt(queue, waiting);
    backlog = Math.max(0, waiting + arrived - capacity);
    waitDays.push(Math.min(longestWaitDays, roundHalfEven(daysAMonth * meanWait(waiting, arrived, capacity))));
    backlogTenths.push(roundHalfEven(backlog * 10));
  }
  return { kind: "desk", queue: queue.name, perMonth: queue.perMonth, arrivals, backlogTenths, waitDays };
}

/** What is answered in a month that begins with a backlog: the second line helps once the first case has waited long enough. */
function capacityAt({ perMonth, secondLine }: Queue, backlog: number): number {
  if (secondLine === undefined || backlog * daysAMonth < secondLine.afterDays * perMonth) return perMonth;
  return perMonth + secondLine.perMonth;
}

/**
 * Months that a case waits on average over the month in which it arrives. After a fraction f of the month there are
 * `before` + f · (arrived − capacity) cases ahead of it, or none: the area under that line, over the capacity.
 */
function meanWait(before: number, arrived: number, capacity: number): number {
  if (capacity <= 0) return before + arrived > 0 ? longestWaitDays : 0;
  const after = before + arrived - capacity;
  const area = after >= 0 ? (before + after) / 2 : (before * before) / (2 * (before - after));
  return area / capacity;
}
