import { existsSync } from "node:fs";
import { join } from "node:path";
import { mergeTallies, type TallyData } from "../simulation/index.ts";
import { createBlockRunner, type Job, type WorkerInputs } from "./block-runner.ts";
import type { JobResult } from "./worker.ts";

/** Customers in one block: fixed, so that results never depend on the number of threads. */
export const blockSize = 4096;

/** What the blocks of a run added up to, by policy and replication. */
export interface BlocksDone {
  /** `tallies.get(policy)[replication]`. */
  readonly tallies: ReadonlyMap<string, readonly TallyData[]>;
  /** Blocks that each thread ran, by thread; one entry of key 0 without threads. */
  readonly blocksByThread: ReadonlyMap<number, number>;
}

export interface BlocksRequest extends WorkerInputs {
  readonly policies: readonly string[];
  readonly replications: number;
  readonly customers: number;
  readonly threads: number;
  /** Folder of the built worker. */
  readonly packageRoot: string;
  /** The order in which blocks are run; results must not depend on it. */
  readonly order?: ((jobs: Job[]) => Job[]) | undefined;
  /** Called as blocks end, with customers done and to do. */
  readonly progress?: ((done: number, total: number, policy: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Keeps this thread free even where there is one block only: somebody is looking at a screen. */
  readonly background?: boolean | undefined;
}

/** Runs every block of every policy and replication, on threads where that pays. */
export async function runBlocks(request: BlocksRequest): Promise<BlocksDone> {
  const jobs = jobsOf(request);
  const collected = new Map<string, TallyData>();
  const blocksByThread = new Map<number, number>();
  const total = request.customers * request.policies.length * request.replications;
  let done = 0;
  await runJobs(request, request.order?.([...jobs]) ?? jobs, (job, { tally, threadId }) => {
    const key = keyOf(job);
    const before = collected.get(key);
    collected.set(key, before === undefined ? tally : mergeTallies([before, tally]));
    blocksByThread.set(threadId, (blocksByThread.get(threadId) ?? 0) + 1);
    done += job.count;
    request.progress?.(done, total, job.policy);
  });
  return { tallies: byPolicy(request, collected), blocksByThread };
}

function keyOf(job: Pick<Job, "policy" | "replication">): string {
  return `${job.replication} ${job.policy}`;
}

/** Policies take turns, so that all of them show progress and none waits for the others. */
function jobsOf({ policies, replications, customers }: BlocksRequest): Job[] {
  const jobs: Job[] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    for (let first = 0; first < customers; first += blockSize) {
      for (const policy of policies) {
        jobs.push({ policy, replication, first, count: Math.min(blockSize, customers - first) });
      }
    }
  }
  return jobs;
}

function byPolicy(request: BlocksRequest, collected: ReadonlyMap<string, TallyData>): ReadonlyMap<string, TallyData[]> {
  return new Map(
    request.policies.map((policy) => [
      policy,
      Array.from({ length: request.replications }, (_, replication) => {
        const tally = collected.get(keyOf({ policy, replication }));
        if (tally === undefined) throw new Error(`no block of ${policy} was run`);
        return tally;
      }),
    ]),
  );
}

type Collect = (job: Job, result: JobResult) => void;

async function runJobs(request: BlocksRequest, jobs: readonly Job[], collect: Collect): Promise<void> {
  const worker = join(request.packageRoot, "dist", "worker.js");
  const threads = Math.min(request.threads, jobs.length);
  if ((threads > 1 || request.background === true) && existsSync(worker)) return runOnThreads(request, jobs, { worker, threads }, collect);
  const runner = createBlockRunner(request);
  for (const job of jobs) {
    request.signal?.throwIfAborted();
    collect(job, { tally: runner.run(job), threadId: 0 });
    // Lets keys, signals and progress through between blocks.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function runOnThreads(
  request: BlocksRequest,
  jobs: readonly Job[],
  { worker, threads }: { readonly worker: string; readonly threads: number },
  collect: Collect,
): Promise<void> {
  const { Piscina } = await import("piscina");
  const { texts, groupBy, imported } = request;
  const pool = new Piscina<Job, JobResult>({
    filename: worker,
    workerData: { texts, groupBy, ...(imported === undefined ? {} : { imported }) } satisfies WorkerInputs,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    // A block leaves little behind: small young generations keep a million customers within 300 MB.
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 },
  });
  // A worker's error also rejects its job, which is where it is told; without a listener node would end at once.
  pool.on("error", () => undefined);
  const options = request.signal === undefined ? {} : { signal: request.signal };
  const queue = jobs.values();
  const lane = async (): Promise<void> => {
    for (const job of queue) collect(job, await pool.run(job, options));
  };
  try {
    // Two jobs a thread: one at work and one at hand.
    await Promise.all(Array.from({ length: threads * 2 }, lane));
  } finally {
    await pool.destroy();
  }
}
