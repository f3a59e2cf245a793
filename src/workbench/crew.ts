import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { createBlockRunner, type Job, type WorkerInputs } from "./block-runner.ts";
import type { JobResult } from "./worker.ts";

/** Where the jobs of a run are done: here, or on threads that stay for all its passes. */
export interface Crew {
  run(jobs: readonly Job[], collect: (job: Job, result: JobResult) => void): Promise<void>;
  close(): Promise<void>;
}

export interface CrewRequest extends WorkerInputs {
  readonly threads: number;
  readonly packageRoot: string;
  readonly signal?: AbortSignal | undefined;
  readonly background?: boolean | undefined;
  /** The texts as read, where they were read on this thread already. */
  readonly bench?: Bench | undefined;
}

/** Threads where that pays: more than one job at a time, or somebody who must not wait. */
export function openCrew(request: CrewRequest, jobs: number): Crew {
  const worker = join(request.packageRoot, "dist", "worker.js");
  const threads = Math.min(request.threads, jobs);
  if ((threads > 1 || request.background === true) && existsSync(worker)) return onThreads(request, { worker, threads });
  const runner = createBlockRunner(request, request.bench);
  return {
    async run(list, collect) {
      for (const job of list) {
        request.signal?.throwIfAborted();
        collect(job, { tally: runner.run(job), threadId: 0 });
        // Lets keys, signals and progress through between blocks.
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: () => Promise.resolve(),
  };
}

function onThreads(request: CrewRequest, { worker, threads }: { readonly worker: string; readonly threads: number }): Crew {
  const opening = openPool<Job, JobResult>(request, { worker, threads });
  const options = request.signal === undefined ? {} : { signal: request.signal };
  return {
    async run(jobs, collect) {
      const pool = await opening;
      const queue = jobs.values();
      const lane = async (): Promise<void> => {
        for (const job of queue) collect(job, await pool.run(job, options));
      };
      // Two jobs a thread: one at work and one at hand.
      await Promise.all(Array.from({ length: threads * 2 }, lane));
    },
    close: async () => (await opening).destroy(),
  };
}

/** Threads that were given the texts of a run. The caller destroys the pool. */
export async function openPool<Task, Result>({ texts, groupBy, imported }: WorkerInputs, { worker, threads }: { readonly worker: string; readonly threads: number }) {
  const { Piscina } = await import("piscina");
  const pool = new Piscina<Task, Result>({
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
  return pool;
}
