import type { FactName } from "../facts/index.ts";
import type { ImportedData, Population } from "../population/index.ts";
import type { Run, TallyData, Waits } from "../simulation/index.ts";
import { countSwaps, type SwapTally } from "../statistics/index.ts";
import { readBench } from "./bench.ts";
import { populationOf } from "./open-population.ts";
import { runOf } from "./run-bench.ts";
import type { RunTexts } from "./run-texts.ts";
import { lastBlockStays } from "./staying-populations.ts";

/** One block of customers under one policy. */
export interface Job {
  readonly policy: string;
  readonly replication: number;
  readonly first: number;
  readonly count: number;
  /** 1 unless customers are played in passes; a later pass has the waits that the one before it found. */
  readonly pass: number;
  readonly waits?: Waits | undefined;
}

/** What a worker is started with: plain data. */
export interface WorkerInputs {
  readonly texts: RunTexts;
  readonly groupBy: readonly FactName[];
  /** The columns of an imported file, read once on the main thread. */
  readonly imported?: ImportedData;
}

/** The same block of customers under the champion and under each challenger, one by one. */
export interface PairJob extends Job {
  /** The policies that `policy` is compared with, and how long its customers wait under each. */
  readonly challengers: readonly Pick<Job, "policy" | "waits">[];
  /** Facts whose groups are told apart. */
  readonly segments: readonly FactName[];
}

/** Runs blocks in any order; what a policy fixes once is prepared once. */
export interface BlockRunner {
  run(job: Job): TallyData;
  /** One tally a challenger, in their order. */
  pair(job: PairJob): readonly SwapTally[];
}

/** A runner from the texts of a run, read anew unless they are given as read. Throws where they are broken: the main thread has read them before. */
export function createBlockRunner({ texts, groupBy, imported }: WorkerInputs, bench = readBench(texts).bench, populations = new Map<number, Population>()): BlockRunner {
  if (bench === undefined) throw new Error("the inputs of a run were sound on the main thread and are not here");
  const populationAt = (replication: number): Population => {
    const population = populations.get(replication) ?? lastBlockStays(populationOf(bench, replication, imported));
    populations.set(replication, population);
    return population;
  };
  const runs = new Map<string, { readonly pass: number; readonly run: Run }>();
  const runAt = ({ policy, replication, pass, waits }: Pick<Job, "policy" | "replication" | "pass" | "waits">): Run => {
    const key = `${replication} ${policy}`;
    const known = runs.get(key);
    // A pass is over before the next begins: its run is not needed again.
    const made = known?.pass === pass ? known : { pass, run: runOf(bench, { policy, replication, groupBy, population: populationAt(replication), waits }) };
    runs.set(key, made);
    return made.run;
  };
  return {
    run: (job) => runAt(job).block(job.first, job.count),
    pair: ({ challengers, segments, ...job }) => {
      const { first, count, replication, pass } = job;
      const own = runAt(job);
      const labels = Object.fromEntries(segments.map((fact) => [fact, own.labels(first, count, fact)]));
      // The champion's lives are lived once for all challengers.
      const champion = own.totals(first, count);
      return challengers.map((other) => countSwaps({ first, count, champion, challenger: runAt({ replication, pass, ...other }).totals(first, count), labels }));
    },
  };
}
