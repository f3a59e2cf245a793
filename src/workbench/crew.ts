import { setFlagsFromString } from "node:v8";
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

/** Whoever takes one job after the other. */
interface Lane<Task, Result> {
  readonly work: (job: Task) => Promise<Result>;
  /** Jobs asked for at once: one at work, and one at hand where asking takes time. */
  readonly atOnce: number;
}

/** Threads where that pays: more than one job at a time, or somebody who must not wait. */
export function openCrew<Task, Result>(request: CrewRequest, jobs: number, trade: Trade<Task, Result>): Crew<Task, Result> {
  const worker = builtWorker(request.packageRoot);
  const threads = worker === undefined ? 1 : Math.min(request.threads, jobs);
  // This thread works, too, unless a screen waits for it: it has read the files, and another thread takes 50 MB.
  const isFree = request.background !== true || worker === undefined;
  const pools = worker === undefined ? [] : Array.from({ length: isFree ? threads - 1 : Math.max(1, threads) }, () => openPool<Task, Result>(worker, { threads: 1, inputs: request }));
  keepYoungGeneration(true);
  const opening = Promise.all([...(isFree ? [Promise.resolve(here(request, trade))] : []), ...pools.map(async (pool) => onThread(request, await pool, trade))]);
  return {
    async run(list, collect) {
      const lanes = await opening;
      const next = createDealer(list, trade.together);
      const work = async ({ work: ask }: Lane<Task, Result>, lane: number): Promise<void> => {
        for (let job = next(lane); job !== undefined; job = next(lane)) collect(job, await ask(job));
      };
      // Those that are asked first have something to do while this thread works.
      await Promise.all(lanes.flatMap((lane, at) => Array.from({ length: lane.atOnce }, () => work(lane, at))).toReversed());
    },
    close: async () => {
      keepYoungGeneration(false);
      await Promise.all(pools.map(async (pool) => (await pool).destroy()));
    },
  };
}

/** Blocks leave little behind, so the room for what is new need not grow: a million customers stay within 300 MB. */
function keepYoungGeneration(asItIs: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${asItIs ? 1 : 2}`);
}

function onThread<Task, Result>({ signal }: CrewRequest, pool: Awaited<ReturnType<typeof openPool<Task, Result>>>, { name }: Trade<Task, Result>): Lane<Task, Result> {
  return { work: (job) => pool.run(job, { name, ...(signal === undefined ? {} : { signal }) }), atOnce: 2 };
}

function here<Task, Result>(request: CrewRequest, trade: Trade<Task, Result>): Lane<Task, Result> {
  let runner: BlockRunner | undefined;
  return {
    work: async (job) => {
      // Lets keys, signals and progress through between blocks.
      await new Promise((resolve) => setImmediate(resolve));
      request.signal?.throwIfAborted();
      runner ??= createBlockRunner(request, request.bench);
      return trade.here(runner, job);
    },
    atOnce: 1,
  };
}
