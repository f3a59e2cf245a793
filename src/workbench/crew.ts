import type { Bench } from "./bench.ts";
import { createBlockRunner, type BlockRunner, type WorkerInputs } from "./block-runner.ts";
import { builtWorker, openPool } from "./open-pool.ts";

/** Where the jobs of a run are done: here, or on threads that stay for all its passes. */
export interface Crew<Task, Result> {
  run(jobs: readonly Task[], collect: (job: Task, result: Result) => void): Promise<void>;
  close(): Promise<void>;
}

/** One kind of job: what the worker calls it, and how it is done without threads. */
export interface Trade<Task, Result> {
  readonly name: "default" | "pair";
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
  const opening = openPool<Task, Result>(worker, { threads, inputs: request });
  const options = { name: trade.name, ...(request.signal === undefined ? {} : { signal: request.signal }) };
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
