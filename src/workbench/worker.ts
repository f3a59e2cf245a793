import { threadId, workerData } from "node:worker_threads";
import type { TallyData } from "../simulation/index.ts";
import type { FairnessTally, SwapTally } from "../statistics/index.ts";
import { createBlockRunner, type BlockRunner, type Job, type PairJob, type WorkerInputs } from "./block-runner.ts";
import type { DeskResult, DeskTask } from "./live/check-runner.ts";
import { giveWay } from "./live/give-way.ts";
import { createResidentRunner, type ResidentResult, type ResidentTask } from "./live/resident-runner.ts";
import type { FairnessJob } from "./variants/fairness-job.ts";
import { createStudy, type Study, type StudyJob, type StudyResult } from "./screen/study.ts";
import { createVariantRunner, type VariantJob, type VariantRunner } from "./variants/variant-runner.ts";

/** What a worker sends back for one block of customers. */
export interface JobResult {
  readonly tally: TallyData;
  readonly threadId: number;
}

let runner: BlockRunner | undefined;

/** Runs one block; the first call reads the inputs that the pool was started with. */
export default function work(job: Job): JobResult {
  runner ??= createBlockRunner(inputs());
  return { tally: runner.run(job), threadId };
}

/** Runs one policy from beginning to end: for commands that make many small runs. */
export { runSide } from "./effects/run-side.ts";

/** Runs one block under the champion and each challenger, customer by customer. */
export function pair(job: PairJob): readonly SwapTally[] {
  runner ??= createBlockRunner(inputs());
  return runner.pair(job);
}

let variants: VariantRunner | undefined;

/** Runs one variant over customers that stay between variants. */
export function variant(job: VariantJob): readonly TallyData[] {
  variants ??= createVariantRunner(inputs());
  return variants.run(job);
}

let residents: ReturnType<typeof createResidentRunner> | undefined;

/** Does one job of an open screen, whose threads stay from save to save. */
export function resident(task: ResidentTask): ResidentResult {
  residents ??= createResidentRunner(inputs());
  return residents(task);
}

/** Looks at files while other threads run them: what that takes is loaded by the thread that does it. */
export async function desk(task: DeskTask): Promise<DeskResult> {
  giveWay();
  const { workDesk } = await import("./live/check-runner.ts");
  return await workDesk(task);
}

/** Who is approved under one variant, by group. */
export function fairness(job: FairnessJob): FairnessTally {
  variants ??= createVariantRunner(inputs());
  return variants.fairness(job);
}

let study: Study | undefined;

/** Looks something up in the run's inputs: a life, a decision, the rules. */
export function look(job: StudyJob): Promise<StudyResult> {
  study ??= createStudy(inputs().texts);
  return study.look(job);
}

function inputs(): WorkerInputs {
  // piscina hands over what threads.ts started the pool with.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return workerData as WorkerInputs;
}
