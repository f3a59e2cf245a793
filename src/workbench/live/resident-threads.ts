import type { Job, WorkerInputs } from "../block-runner.ts";
import type { Crew } from "../crew.ts";
import { builtWorker, oneAtATime, openPool } from "../open-pool.ts";
import type { RunTexts } from "../run-texts.ts";
import type { JobResult } from "../worker.ts";
import { useRecent } from "./recent-runs.ts";
import { createResidentRunner, type Counts, type Numbered, type ReportJob, type ReportMade, type ResidentResult, type ResidentTask } from "./resident-runner.ts";

/** Threads that stay as long as a screen is open, with their customers and all that they have compiled. */
export interface ResidentThreads {
  /** From now on every job is about these texts. */
  read(texts: RunTexts, groupBy: WorkerInputs["groupBy"]): void;
  /** A crew for one run; once the signal is given it hands out nothing more, and the threads stay. */
  blocks(signal: AbortSignal): Crew<Job, JobResult>;
  /** Counts are told apart by identity: those that were reported lately are not handed over again. */
  report(job: ReportJob<Counts>): Promise<ReportMade>;
  close(): Promise<void>;
}

interface Lane {
  readonly ask: (task: ResidentTask) => Promise<ResidentResult>;
  readonly close: () => Promise<void>;
}

/** Opens so many threads; without a built worker, the work is done here. */
export async function openResidentThreads({ threads, packageRoot, ...inputs }: WorkerInputs & { readonly threads: number; readonly packageRoot: string }): Promise<ResidentThreads> {
  const worker = builtWorker(packageRoot);
  const lanes = worker === undefined ? [here(inputs)] : await Promise.all(Array.from({ length: threads }, () => onThread(worker, inputs)));
  // Always the same one: it has worked out much of what the next report says.
  const [reporter] = lanes;
  if (reporter === undefined) throw new Error("no thread was opened");
  const numbered = createNumbering();
  return {
    read: (texts, groupBy) => {
      // What is wrong with the texts is told by whoever reads them on this thread.
      for (const lane of lanes) lane.ask({ kind: "read", texts, groupBy }).catch(() => undefined);
    },
    blocks: (signal) => ({ run: (jobs, collect) => share(lanes, jobs, { collect, signal }), close: () => Promise.resolve() }),
    report: async (job) => {
      const made = await reporter.ask({ kind: "report", ...numbered(job) });
      if (made.kind !== "report") throw new Error("a thread was asked for a report and gave something else");
      return made;
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** Gives counts their numbers, and leaves out those that the thread holds. */
function createNumbering(): (job: ReportJob<Counts>) => ReportJob<Numbered> {
  const ids = new WeakMap<Counts, number>();
  const held = new Map<number, undefined>();
  let next = 0;
  return ({ runs, before, ...job }) => {
    const used = new Map<number, undefined>();
    const numbered = (some: ReadonlyMap<string, Counts>): ReadonlyMap<string, Numbered> => new Map([...some].map(([name, counts]) => {
      const id = ids.get(counts) ?? next++;
      ids.set(counts, id);
      const isHeld = held.has(id) || used.has(id);
      used.set(id, undefined);
      return [name, isHeld ? { id } : { id, counts }];
    }));
    const told = { ...job, runs: numbered(runs), before: numbered(before) };
    useRecent(held, used);
    return told;
  };
}

/** One pool of one thread: jobs are done in the order in which they are asked for, while this thread may be drawing a screen. */
async function onThread(worker: string, inputs: WorkerInputs): Promise<Lane> {
  const pool = await openPool<ResidentTask, ResidentResult>(worker, { threads: 1, inputs, atHand: 4 });
  return { ask: (task) => pool.run(task, { name: "resident" }), close: () => pool.destroy() };
}

function here(inputs: WorkerInputs): Lane {
  let runner: ReturnType<typeof createResidentRunner> | undefined;
  const ask = oneAtATime((task: ResidentTask) => (runner ??= createResidentRunner(inputs))(task));
  return { ask, close: () => Promise.resolve() };
}

/** Whoever is free takes the next block: one at work and one at hand for each thread. */
async function share(lanes: readonly Lane[], jobs: readonly Job[], { collect, signal }: { readonly collect: (job: Job, result: JobResult) => void; readonly signal: AbortSignal }): Promise<void> {
  const queue = jobs.entries();
  const work = async (lane: Lane, thread: number): Promise<void> => {
    for (const [, job] of queue) {
      signal.throwIfAborted();
      const result = await lane.ask({ kind: "block", job });
      if (result.kind !== "block") throw new Error("a thread was asked for a block and gave something else");
      collect(job, { tally: result.tally, threadId: thread });
    }
  };
  // Each has one before any has a second: of few jobs, none waits for another.
  await Promise.all([...lanes, ...lanes].map((lane, at) => work(lane, at % lanes.length)));
  signal.throwIfAborted();
}
