import type { TallyData } from "../../simulation/index.ts";
import type { Bench } from "../bench.ts";
import type { WorkerInputs } from "../block-runner.ts";
import { builtWorker, oneAtATime, openPool } from "../open-pool.ts";
import type { FairnessTally } from "../../statistics/index.ts";
import type { FairnessJob } from "./fairness-job.ts";
import { createVariantRunner, type VariantJob } from "./variant-runner.ts";

/** Where variants are run: on threads that keep the customers, or here. */
export interface VariantCrew {
  run(job: VariantJob): Promise<readonly TallyData[]>;
  fairness(job: FairnessJob): Promise<FairnessTally>;
  close(): Promise<void>;
}

export interface VariantCrewRequest extends WorkerInputs {
  readonly bench: Bench;
  readonly threads: number;
  readonly packageRoot: string;
}

/** Threads for `jobs` variants at a time, as far as that pays. */
export async function openVariantCrew(request: VariantCrewRequest, jobs: number): Promise<VariantCrew> {
  const worker = builtWorker(request.packageRoot);
  const threads = Math.min(request.threads, jobs);
  if (threads < 2 || worker === undefined) {
    const runner = createVariantRunner(request, request.bench);
    return { run: oneAtATime((job: VariantJob) => runner.run(job)), fairness: oneAtATime((job: FairnessJob) => runner.fairness(job)), close: () => Promise.resolve() };
  }
  const pool = await openPool<VariantJob | FairnessJob, readonly TallyData[] | FairnessTally>(worker, { threads, inputs: request });
  return {
    run: async (job) => toTallies(await pool.run(job, { name: "variant" })),
    fairness: async (job) => toFairness(await pool.run(job, { name: "fairness" })),
    close: () => pool.destroy(),
  };
}

const toTallies = (done: readonly TallyData[] | FairnessTally): readonly TallyData[] => ("groups" in done ? wrong() : done);

const toFairness = (done: readonly TallyData[] | FairnessTally): FairnessTally => ("groups" in done ? done : wrong());

function wrong(): never {
  throw new Error("a worker sent back what another job asked for");
}
