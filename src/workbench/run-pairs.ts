import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FactName } from "../facts/index.ts";
import type { Waits } from "../simulation/index.ts";
import { addSwapTally, newSwapTally, type SwapTally } from "../statistics/index.ts";
import { createBlockRunner, type PairJob, type WorkerInputs } from "./block-runner.ts";
import { openPool } from "./crew.ts";
import { blockSize } from "./run-blocks.ts";

/** Whom to follow under which two policies. */
export interface PairsRequest extends WorkerInputs {
  readonly champion: string;
  readonly challengers: readonly string[];
  readonly replications: number;
  readonly customers: number;
  readonly segments: readonly FactName[];
  /** How long customers wait in queues, as the run before found. */
  readonly waits: (policy: string, replication: number) => Waits | undefined;
  readonly threads: number;
  readonly packageRoot: string;
  readonly progress?: ((done: number, total: number, policy: string) => void) | undefined;
}

/** Follows every customer under the champion and each challenger; counts by challenger, over all replications. */
export async function runPairs(request: PairsRequest): Promise<ReadonlyMap<string, SwapTally>> {
  const tallies = new Map(request.challengers.map((name) => [name, newSwapTally()]));
  const jobs = jobsOf(request);
  const total = request.customers * request.challengers.length * request.replications;
  let done = 0;
  await eachJob(request, jobs, (job, tally) => {
    const to = tallies.get(job.policy);
    if (to === undefined) throw new Error(`nobody asked for ${job.policy}`);
    // Customers are numbered within their replication: only those of the first can be replayed by number.
    if (job.replication > 0) tally.cases.fill([]);
    addSwapTally(to, tally);
    done += job.count;
    request.progress?.(done, total, job.policy);
  });
  return tallies;
}

function jobsOf({ champion, challengers, replications, customers, segments, waits }: PairsRequest): readonly PairJob[] {
  const jobs: PairJob[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    for (let first = 0; first < customers; first += blockSize) {
      for (const policy of challengers) {
        const side = (name: string): Pick<PairJob, "policy" | "waits"> => ({ policy: name, waits: waits(name, replication) });
        jobs.push({ ...side(policy), champion: side(champion), replication, first, count: Math.min(blockSize, customers - first), segments, pass: 1 });
      }
    }
  }
  return jobs;
}

async function eachJob(request: PairsRequest, jobs: readonly PairJob[], collect: (job: PairJob, tally: SwapTally) => void): Promise<void> {
  const worker = join(request.packageRoot, "dist", "worker.js");
  const threads = Math.min(request.threads, jobs.length);
  if (threads < 2 || !existsSync(worker)) {
    const runner = createBlockRunner(request);
    for (const job of jobs) {
      collect(job, runner.pair(job));
      await new Promise((resolve) => setImmediate(resolve));
    }
    return;
  }
  const pool = await openPool<PairJob, SwapTally>(request, { worker, threads });
  const queue = jobs.values();
  const lane = async (): Promise<void> => {
    for (const job of queue) collect(job, await pool.run(job, { name: "pair" }));
  };
  try {
    await Promise.all(Array.from({ length: threads * 2 }, lane));
  } finally {
    await pool.destroy();
  }
}
