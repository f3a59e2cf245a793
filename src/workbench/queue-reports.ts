import { gapDays } from "../simulation/index.ts";
import type { QueueReport } from "../verdict/index.ts";
import type { QueueDone } from "./run-blocks.ts";

/** The desks of a policy as a report tells them: months of the first replication, the widest gap of all of them. */
export function queueReports(replications: readonly QueueDone[]): readonly QueueReport[] {
  const [first] = replications;
  if (first === undefined) return [];
  return first.loads.map(({ queue, perMonth, arrivals, waitDays }) => ({
    name: queue,
    perMonth,
    passes: first.passes,
    arrivals,
    waitDays: first.given[queue] ?? waitDays.map(() => 0),
    impliedDays: waitDays,
    gapDays: Math.max(...replications.map(({ loads, given }) => gapDays(loads.filter((load) => load.queue === queue), given))),
  }));
}
