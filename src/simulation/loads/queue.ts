import type { Policy } from "../../policy/index.ts";
import type { CounterName } from "../counters.ts";
import type { Lender } from "../lender.ts";

/** Desks at which cases wait. */
export const queueNames = ["complaints", "closing", "review"] as const;
export type QueueName = (typeof queueNames)[number];

/** A desk with a capacity: what arrives is counted in the first pass, how long it waits is known in the second. */
export interface Queue {
  readonly kind: "desk";
  readonly name: QueueName;
  /** Counters whose sum arrives in a month. */
  readonly arrivals: readonly CounterName[];
  /** Cases answered a month, in the population of the run; above nothing. */
  readonly perMonth: number;
  /** A second line takes cases that have waited so many days, so many a month. */
  readonly secondLine?: { readonly afterDays: number; readonly perMonth: number };
}

/** Counters that arrive at any desk: those whose months before the run are kept, where there is a desk. */
export const arriving = ["complaints", "complaintsEscalated", "closuresAsked", "reviewed"] as const satisfies readonly CounterName[];

/** The desks of one policy under one lender. A capacity is stated per 1,000 customers; the policy's own goes before the lender's. */
export function desksOf({ procedures }: Pick<Policy, "procedures">, lender: Lender, customers: number): readonly Queue[] {
  const { complaints } = procedures;
  const scaled = (per1000: number): number => (per1000 * customers) / 1000;
  const queues: Queue[] = [];
  const complaintDesk = complaints.capacityPer1000 ?? lender.capacityPer1000?.complaints;
  if (complaintDesk !== undefined) {
    const { secondLine } = complaints;
    queues.push({
      kind: "desk",
      name: "complaints",
      arrivals: ["complaints", "complaintsEscalated"],
      perMonth: scaled(complaintDesk),
      ...(secondLine === undefined ? {} : { secondLine: { afterDays: secondLine.afterDays, perMonth: scaled(secondLine.per1000) } }),
    });
  }
  const closingDesk = procedures.closure.capacityPer1000 ?? lender.capacityPer1000?.closing;
  if (closingDesk !== undefined) queues.push({ kind: "desk", name: "closing", arrivals: ["closuresAsked"], perMonth: scaled(closingDesk) });
  const reviewDesk = lender.review?.capacityPer1000;
  if (reviewDesk !== undefined) queues.push({ kind: "desk", name: "review", arrivals: ["reviewed"], perMonth: scaled(reviewDesk) });
  return queues;
}
