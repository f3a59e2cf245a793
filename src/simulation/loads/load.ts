import { roundHalfEven } from "../../base/index.ts";
import type { CounterName } from "../counters.ts";
import type { Queue, QueueName, Waits } from "./queue.ts";

/** How full a queue was, month by month. */
export interface Load {
  readonly queue: QueueName;
  readonly perMonth: number;
  /** Cases that arrived. */
  readonly arrivals: readonly number[];
  /** Cases unanswered at month-end, in tenths: a desk answers fractions of a case in a month. */
  readonly backlogTenths: readonly number[];
  /** Days that a case of the month waited for its turn: the mean over its cases, in whole days. */
  readonly waitDays: readonly number[];
}

const daysAMonth = 30;
/** Nobody is said to wait longer than this; a desk that never answers would be infinity. */
const longestWaitDays = 3000;

/**
 * The loads that a run put on queues: first come, first served, arrivals spread evenly over the month, an empty desk
 * before month 0. `at` is the tally's counter by month. What a month leaves over waits before what the next brings.
 */
export function loadsOf(queues: readonly Queue[], months: number, at: (counter: CounterName, month: number) => number): readonly Load[] {
  return queues.map((queue) => loadOf(queue, Array.from({ length: months }, (_, month) => queue.arrivals.reduce((sum, counter) => sum + at(counter, month), 0))));
}

/** The waits that loads imply: what the next pass is given. */
export function waitsOf(loads: readonly Load[]): Waits {
  return Object.fromEntries(loads.map(({ queue, waitDays }) => [queue, waitDays]));
}

/** The furthest that the waits a pass implies are from those it was given, in days. */
export function gapDays(loads: readonly Load[], given: Waits): number {
  let gap = 0;
  for (const { queue, waitDays } of loads)
    waitDays.forEach((days, month) => (gap = Math.max(gap, Math.abs(days - (given[queue]?.[month] ?? 0)))));
  return gap;
}

/** One queue under given arrivals. */
export function loadOf(queue: Queue, arrivals: readonly number[]): Load {
  const backlogTenths: number[] = [];
  const waitDays: number[] = [];
  let backlog = 0;
  for (const arrived of arrivals) {
    const before = backlog;
    const capacity = capacityAt(queue, before);
    backlog = Math.max(0, before + arrived - capacity);
    waitDays.push(Math.min(longestWaitDays, roundHalfEven(daysAMonth * meanWait(before, arrived, capacity))));
    backlogTenths.push(roundHalfEven(backlog * 10));
  }
  return { queue: queue.name, perMonth: queue.perMonth, arrivals, backlogTenths, waitDays };
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
