import type { FactName } from "../facts/index.ts";
import type { Waits } from "../simulation/index.ts";
import { addSwapTally, newSwapTally, type SwapTally } from "../statistics/index.ts";
import type { PairJob } from "./block-runner.ts";
import { openCrew, type CrewRequest, type Trade } from "./crew.ts";
import { blockSize } from "./run-blocks.ts";

/** Whom to follow under which policies. */
export interface PairsRequest extends CrewRequest {
  readonly champion: string;
  readonly challengers: readonly string[];
  readonly replications: number;
  readonly customers: number;
  readonly segments: readonly FactName[];
  /** How long customers wait in queues, as the run before found. */
  readonly waits: (policy: string, replication: number) => Waits | undefined;
  readonly progress?: ((done: number, total: number, policy: string) => void) | undefined;
}

const pairs: Trade<PairJob, readonly SwapTally[]> = { name: "pair", together: ({ replication, first }) => `${replication} ${first}`, here: (runner, job) => runner.pair(job) };

/** Follows every customer under the champion and each challenger; counts by challenger, over all replications. */
export async function runPairs(request: PairsRequest): Promise<ReadonlyMap<string, SwapTally>> {
  const { challengers, champion, customers, replications } = request;
  const found = challengers.map((name) => [name, newSwapTally()] as const);
  const jobs = jobsOf(request);
  const total = customers * replications;
  let done = 0;
  const crew = openCrew(request, jobs.length, pairs);
  try {
    await crew.run(jobs, (job, tallies) => {
      found.forEach(([, to], at) => {
        const tally = tallies[at];
        if (tally === undefined) throw new Error("a challenger was left out");
        // Customers are numbered within their replication: only those of the first can be replayed by number.
        if (job.replication > 0) tally.cases.fill([]);
        addSwapTally(to, tally);
      });
      done += job.count;
      request.progress?.(done * challengers.length, total * challengers.length, champion);
    });
  } finally {
    await crew.close();
  }
  return new Map(found);
}

function jobsOf({ champion, challengers, replications, customers, segments, waits }: PairsRequest): readonly PairJob[] {
  const jobs: PairJob[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const side = (policy: string): Pick<PairJob, "policy" | "waits"> => ({ policy, waits: waits(policy, replication) });
    for (let first = 0; first < customers; first += blockSize) {
      jobs.push({ ...side(champion), challengers: challengers.map(side), replication, first, count: Math.min(blockSize, customers - first), segments, pass: 1 });
    }
  }
  return jobs;
}
