import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TallyData } from "../../simulation/index.ts";
import type { Bench } from "../bench.ts";
import type { WorkerInputs } from "../block-runner.ts";
import { openPool } from "../crew.ts";
import { createVariantRunner, type VariantJob } from "./variant-runner.ts";

/** Where variants are run: on threads that keep the customers, or here. */
export interface VariantCrew {
  run(job: VariantJob): Promise<readonly TallyData[]>;
  close(): Promise<void>;
}

export interface VariantCrewRequest extends WorkerInputs {
  readonly bench: Bench;
  readonly threads: number;
  readonly packageRoot: string;
}

/** Threads for `jobs` variants at a time, as far as that pays. */
export async function openVariantCrew(request: VariantCrewRequest, jobs: number): Promise<VariantCrew> {
  const worker = join(request.packageRoot, "dist", "worker.js");
  const threads = Math.min(request.threads, jobs);
  if (threads < 2 || !existsSync(worker)) return here(request);
  const pool = await openPool<VariantJob, readonly TallyData[]>(request, { worker, threads });
  return { run: (job) => pool.run(job, { name: "variant" }), close: () => pool.destroy() };
}

/** One after the other on this thread, with room for keys and signals between them. */
function here(request: VariantCrewRequest): VariantCrew {
  const runner = createVariantRunner(request, request.bench);
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (job) => {
      const done = last.then(async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return runner.run(job);
      });
      last = done.catch(() => undefined);
      return done;
    },
    close: () => Promise.resolve(),
  };
}
