import type { Policy } from "../../policy/index.ts";
import type { Lender } from "../lender.ts";
import { figuresOf, type Figure, type FigureName } from "./figure.ts";
import { desksOf, type Queue, type QueueName } from "./queue.ts";

/** What couples the customers of a run: a desk at which cases wait, or a figure of the whole book. */
export type Coupling = Queue | Figure;
export type CouplingName = QueueName | FigureName;

/**
 * What an earlier pass found, months 0 on: days that a case of each month waits at a desk, and figures of the whole
 * book. What is absent couples nobody: no capacity is set, nothing follows an alarm.
 */
export type Waits = Readonly<Partial<Record<CouplingName, readonly number[]>>>;

/** All that couples the customers of one policy under one lender; nothing: one pass is enough. */
export function queuesOf(policy: Pick<Policy, "procedures" | "arrangements">, lender: Lender, customers: number): readonly Coupling[] {
  return [...desksOf(policy, lender, customers), ...figuresOf(policy, lender, customers)];
}
