import type { Bench } from "./bench.ts";
import { createBlockRunner, type BlockRunner, type WorkerInputs } from "./block-runner.ts";
import { createDealer } from "./deal.ts";
import { builtWorker, openPool } from "./open-pool.ts";

/** Where the jobs of a run are done: here, or on threads that stay for all its passes. */
export interface Crew<Task, Result> {
  run(jobs: readonly Task[], collect: (job: Task, result: Result) => void): Promise<void>;
  close(): Promise<void>;
}

/** One kind of job: what the worker calls it, what it is done for together with others, and how without threads. */
export interface Trade<Task, Result> {
  readonly name: "default" | "pair";
  /** Jobs of one key are about the same customers, which a thread draws once. */
  readonly together: (job: Task) => string;
  readonly here: (runner: BlockRunner, job: Task) => Result;
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
export function openCrew<Task, Result>(request: CrewRequest, jobs: number, trade: Trade<Task, Result>): Crew<Task, Result> {
  const worker = builtWorker(request.packageRoot);
  const threads = Math.min(request.threads, jobs);
  if ((threads > 1 || request.background === true) && worker !== undefined) return onThreads(request, { worker, threads, trade });
  const runner = createBlockRunner(request, request.bench);
  return {
    async run(list, collect) {
      for (const job of list) {
        request.signal?.throwIfAborted();
        collect(job, trade.here(runner, job));
        // Lets keys, signals and progress through between blocks.
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: () => Promise.resolve(),
  };
}

function onThreads<Task, Result>(
  request: CrewRequest,
  { worker, threads, trade }: { readonly worker: string; readonly threads: number; readonly trade: Trade<Task, Result> },
): Crew<Task, Result> {
  // A pool a thread: only so it can be said which thread does a job.
  const opening = Promise.all(Array.from({ length: threads }, () => openPool<Task, Result>(worker, { threads: 1, inputs: request })));
  const options = { name: trade.name, ...(request.signal === undefined ? {} : { signal: request.signal }) };
  return {
    async run(jobs, collect) {
      const next = createDealer(jobs, trade.together);
      const work = async (pool: Awaited<typeof opening>[number], lane: number): Promise<void> => {
        for (let job = next(lane); job !== undefined; job = next(lane)) collect(job, await pool.run(job, options));
      };
      // Two jobs a thread: one at work and one at hand.
      await Promise.all((await opening).flatMap((pool, lane) => [work(pool, lane), work(pool, lane)]));
    },
    close: async () => {
      await Promise.all((await opening).map((pool) => pool.destroy()));
    },
  };
}
