import type { Coupling, Load, TallyData } from "../simulation/index.ts";
import { addTally, loadsOfTally, waitsOf, type Waits } from "../simulation/index.ts";
import type { Bench } from "./bench.ts";
import type { Job, WorkerInputs } from "./block-runner.ts";
import { openCrew, type Crew, type Trade } from "./crew.ts";
import type { JobResult } from "./worker.ts";

/** Customers in one block: fixed, so that results never depend on the number of threads. */
export const blockSize = 4096;

/** A block under one policy; thread 0 is this one. */
const blocks: Trade<Job, JobResult> = { name: "default", together: ({ replication, first }) => `${replication} ${first}`, here: (runner, job) => ({ tally: runner.run(job), threadId: 0 }) };

/** A queue of a run as it ended: the waits that the last pass was given, and those that its own arrivals imply. */
export interface QueueDone {
  /** Passes played, the last included. */
  readonly passes: number;
  readonly given: Waits;
  readonly loads: readonly Load[];
}

/** What the blocks of a run added up to, by policy and replication. */
export interface BlocksDone {
  /** `tallies.get(policy)[replication]`. */
  readonly tallies: ReadonlyMap<string, readonly TallyData[]>;
  /** `queues.get(policy)[replication]`; policies under which nothing is queued for are absent. */
  readonly queues: ReadonlyMap<string, readonly QueueDone[]>;
  /** Blocks that each thread ran, by thread; one entry of key 0 without threads. */
  readonly blocksByThread: ReadonlyMap<number, number>;
}

/** Which of how many passes is being played. */
export interface Pass {
  readonly number: number;
  readonly of: number;
}

export interface BlocksRequest extends WorkerInputs {
  readonly policies: readonly string[];
  readonly replications: number;
  readonly customers: number;
  /** The first customer to run; 0 unless it says otherwise. Where cases wait at a desk, a part is no run. */
  readonly from?: number | undefined;
  readonly threads: number;
  /** Folder of the built worker. */
  readonly packageRoot: string;
  /** What couples the customers of a policy: they are played in passes. */
  readonly queues?: ReadonlyMap<string, readonly Coupling[]> | undefined;
  /** Passes of policies with queues; 2 unless it says otherwise. */
  readonly passes?: number | undefined;
  /** The order in which blocks are run; results must not depend on it. */
  readonly order?: ((jobs: Job[]) => Job[]) | undefined;
  /** Called as blocks end, with customers done and to do over all passes. */
  readonly progress?: ((done: number, total: number, policy: string, pass: Pass) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The texts as read, where they were read on this thread already. */
  readonly bench?: Bench | undefined;
  /** Threads that stay after the run, and the customers of a block that they are given. */
  readonly crew?: { readonly blocks: Crew<Job, JobResult>; readonly blockSize: number } | undefined;
  /** Keeps this thread free even where there is one block only: somebody is looking at a screen. */
  readonly background?: boolean | undefined;
}

/** Runs every block of every policy and replication, on threads where that pays; policies with queues in passes. */
export async function runBlocks(request: BlocksRequest): Promise<BlocksDone> {
  const queued = request.policies.filter((policy) => (request.queues?.get(policy)?.length ?? 0) > 0);
  const passes = queued.length === 0 ? 1 : Math.max(2, request.passes ?? 2);
  const blocksByThread = new Map<number, number>();
  const count = customersDone(request, { queued, passes });
  const waits = new Map<string, Waits>();
  const crew = request.crew === undefined ? openCrew(request, request.policies.length * request.replications * Math.ceil(request.customers / blockSize), blocks) : staying(request.crew.blocks);
  const play = async (policies: readonly string[], number: number): Promise<ReadonlyMap<string, TallyData>> => {
    const collected = new Map<string, TallyData>();
    const jobs = jobsOf(request, policies, number).map((job) => withWaits(job, waits.get(keyOf(job))));
    await crew.run(request.order?.([...jobs]) ?? jobs, (job, { tally, threadId }) => {
      const key = keyOf(job);
      const before = collected.get(key);
      // The first was made for this run alone: the others are added to it in place.
      collected.set(key, before === undefined ? tally : addTally(before, tally));
      blocksByThread.set(threadId, (blocksByThread.get(threadId) ?? 0) + 1);
      count(job, { number, of: passes });
    });
    return collected;
  };
  return playPasses(request, { queued, passes, waits, play, crew, blocksByThread });
}

/** Whoever opened it closes it. */
const staying = (crew: Crew<Job, JobResult>): Crew<Job, JobResult> => ({ run: (jobs, collect) => crew.run(jobs, collect), close: () => Promise.resolve() });

interface Passes {
  readonly queued: readonly string[];
  readonly passes: number;
  readonly waits: Map<string, Waits>;
  readonly play: (policies: readonly string[], number: number) => Promise<ReadonlyMap<string, TallyData>>;
  readonly crew: Crew<Job, JobResult>;
  readonly blocksByThread: ReadonlyMap<number, number>;
}

/** The passes one after the other: those before the last for the policies with queues only. */
async function playPasses(request: BlocksRequest, { queued, passes, waits, play, crew, blocksByThread }: Passes): Promise<BlocksDone> {
  const loadsIn = (tallies: ReadonlyMap<string, TallyData>, policy: string, replication: number): readonly Load[] =>
    loadsOfTally(request.queues?.get(policy) ?? [], ofKey(tallies, { policy, replication }));
  try {
    for (let number = 1; number < passes; number += 1) {
      const tallies = await play(queued, number);
      for (const key of runsOf(request, queued)) waits.set(keyOf(key), waitsOf(loadsIn(tallies, key.policy, key.replication)));
    }
    const last = await play(request.policies, passes);
    const each = <T>(make: (replication: number) => T): readonly T[] => Array.from({ length: request.replications }, (_, replication) => make(replication));
    return {
      tallies: new Map(request.policies.map((policy) => [policy, each((replication) => ofKey(last, { policy, replication }))])),
      queues: new Map(
        queued.map((policy) => [policy, each((replication) => ({ passes, given: waits.get(keyOf({ policy, replication })) ?? {}, loads: loadsIn(last, policy, replication) }))]),
      ),
      blocksByThread,
    };
  } finally {
    await crew.close();
  }
}

type RunKey = Pick<Job, "policy" | "replication">;

function keyOf({ policy, replication }: RunKey): string {
  return `${replication} ${policy}`;
}

function runsOf({ replications }: BlocksRequest, policies: readonly string[]): readonly RunKey[] {
  return policies.flatMap((policy) => Array.from({ length: replications }, (_, replication) => ({ policy, replication })));
}

function ofKey(tallies: ReadonlyMap<string, TallyData>, key: RunKey): TallyData {
  const tally = tallies.get(keyOf(key));
  if (tally === undefined) throw new Error(`no block of ${key.policy} was run`);
  return tally;
}

function withWaits(job: Job, waits: Waits | undefined): Job {
  return waits === undefined ? job : { ...job, waits };
}

/** Adds up customers done over all passes, and tells. */
function customersDone(request: BlocksRequest, { queued, passes }: { readonly queued: readonly string[]; readonly passes: number }): (job: Job, pass: Pass) => void {
  const total = (request.customers - (request.from ?? 0)) * request.replications * (request.policies.length + queued.length * (passes - 1));
  let done = 0;
  return (job, pass) => {
    done += job.count;
    request.progress?.(done, total, job.policy, pass);
  };
}

/** Policies take turns, so that all of them show progress and none waits for the others. */
function jobsOf({ replications, customers, from = 0, crew }: BlocksRequest, policies: readonly string[], pass: number): Job[] {
  const jobs: Job[] = [];
  const size = crew?.blockSize ?? blockSize;
  for (let replication = 0; replication < replications; replication += 1) {
    for (let first = from; first < customers; first += size) {
      for (const policy of policies) {
        jobs.push({ policy, replication, first, count: Math.min(size, customers - first), pass });
      }
    }
  }
  return jobs;
}
