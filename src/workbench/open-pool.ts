import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Piscina } from "piscina";
import type { WorkerInputs } from "./block-runner.ts";

/** The built worker that threads run; undefined where the tool was not built. */
export function builtWorker(packageRoot: string): string | undefined {
  const file = join(packageRoot, "dist", "worker.js");
  return existsSync(file) ? file : undefined;
}

/** What a pool is to be like. */
interface PoolAsked {
  readonly threads: number;
  /** Started at once; the others when there is work. */
  readonly least?: number;
  readonly inputs?: WorkerInputs;
  /** Tasks that a thread is given before it has done the one it is at: then it need not wait for this one to hand over the next. It does them in order. */
  readonly atHand?: number;
}

/** Threads of the built worker; `inputs`: the texts that each reads once. The caller destroys the pool. */
export async function openPool<Task, Result>(
  worker: string,
  { threads, least = threads, inputs, atHand = 1 }: PoolAsked,
): Promise<Piscina<Task, Result>> {
  const { Piscina: Pool } = await import("piscina");
  const pool = new Pool<Task, Result>({
    filename: worker,
    ...(inputs === undefined ? {} : { workerData: plain(inputs) }),
    minThreads: least,
    maxThreads: threads,
    concurrentTasksPerWorker: atHand,
    // A block leaves little behind: small young generations keep a million customers within 300 MB.
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 },
  });
  // A worker's error also rejects its job, which is where it is told; without a listener node would end at once.
  pool.on("error", () => undefined);
  return pool;
}

/** What a thread is started with and nothing beside it: the rest of a request cannot be handed over. */
const plain = ({ texts, groupBy, imported }: WorkerInputs): WorkerInputs => ({ texts, groupBy, ...(imported === undefined ? {} : { imported }) });

/** Work on this thread, one piece after the other in the order asked for, with room for keys and signals between them. */
export function oneAtATime<Task, Result>(work: (task: Task) => Result | Promise<Result>): (task: Task) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return work(task);
    });
    last = done.catch(() => undefined);
    return done;
  };
}
