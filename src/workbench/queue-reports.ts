import { gapDays, given, type Load } from "../simulation/index.ts";
import type { FigureReport, QueueReport } from "../verdict/index.ts";
import type { QueueDone } from "./run-blocks.ts";

/** The desks of a policy as a report tells them: months of the first replication, the widest gap of all of them. */
export function queueReports(replications: readonly QueueDone[]): readonly QueueReport[] {
  const [first] = replications;
  if (first === undefined) return [];
  return first.loads.flatMap((load): QueueReport[] => {
    if (load.kind !== "desk") return [];
    const { queue, perMonth, arrivals, waitDays } = load;
    return [{ name: queue, perMonth, passes: first.passes, arrivals, waitDays: givenTo(first, load), impliedDays: waitDays, gapDays: widestGap(replications, load) }];
  });
}

/** The same for figures of the whole book. */
export function figureReports(replications: readonly QueueDone[]): readonly FigureReport[] {
  const [first] = replications;
  if (first === undefined) return [];
  return first.loads.flatMap((load): FigureReport[] => {
    if (load.kind !== "figure") return [];
    return [{ name: load.queue, passes: first.passes, given: givenTo(first, load), implied: load.values, gap: widestGap(replications, load) }];
  });
}

const givenTo = (done: QueueDone, load: Load): readonly number[] => done.given[load.queue] ?? given(load).map(() => 0);

const widestGap = (replications: readonly QueueDone[], { queue }: Load): number =>
  Math.max(...replications.map((done) => gapDays(done.loads.filter((load) => load.queue === queue), done.given)));
