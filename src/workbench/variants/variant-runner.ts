import type { Population } from "../../population/index.ts";
import { addTally, loadsOfTally, queuesOf, waitsOf, type Run, type TallyData, type Waits } from "../../simulation/index.ts";
import { readBench, type Bench } from "../bench.ts";
import type { WorkerInputs } from "../block-runner.ts";
import { populationOf } from "../open-population.ts";
import { addFairnessTally, newFairnessTally, type FairnessTally } from "../../statistics/index.ts";
import { readGround } from "../read-rules.ts";
import { runOf } from "../run-bench.ts";
import { stayingPopulations } from "../staying-populations.ts";
import { fairnessOf, type FairnessJob, type ReadyRun } from "./fairness-job.ts";
import { benchOf, type Variant } from "./variant.ts";

/** One variant over customers `first` … `first + count − 1` of every replication. */
export interface VariantJob {
  readonly variant: Variant;
  readonly first: number;
  readonly count: number;
  /** Put every act to the law packs: costs as much again. */
  readonly laws: boolean;
  /** Another root of all draws: customers and luck that the run has not met. */
  readonly seed?: string | undefined;
}

export interface VariantRunner {
  /** One tally a replication. */
  run(job: VariantJob): readonly TallyData[];
  /** Who is approved, by group, over all replications. */
  fairness(job: FairnessJob): FairnessTally;
}

/** Customers of a block. */
const blockSize = 4096;

/**
 * Runs many variants over the same customers: texts are read once, customers are drawn once and stay, and only what
 * a variant changes is compiled anew.
 */
export function createVariantRunner({ texts, imported }: Pick<WorkerInputs, "texts" | "imported">, bench = readBench(texts).bench): VariantRunner {
  if (bench === undefined) throw new Error("the inputs of a run were sound on the main thread and are not here");
  const ground = readGround(texts);
  const populations = new Map<string, Population>();
  const stay = stayingPopulations();
  const populationAt = (own: Bench, replication: number): Population => {
    const key = `${own.scenario.seed}/${replication}`;
    const population = populations.get(key) ?? stay(populationOf(own, replication, imported));
    populations.set(key, population);
    return population;
  };
  const seeded = (seed: string | undefined): Bench => (seed === undefined ? bench : { ...bench, scenario: { ...bench.scenario, seed } });
  return {
    run: ({ variant, first, count, laws, seed }) => {
      const own = benchOf(seeded(seed), variant, { ground, laws });
      return Array.from({ length: own.scenario.replications }, (_, replication) =>
        played(own, { policy: variant.policy, replication, first, count, population: populationAt(own, replication) }),
      );
    },
    fairness: (job) => {
      const tally = newFairnessTally();
      const ready = (variant: Variant, replication: number): ReadyRun => {
        const own = benchOf(seeded(job.seed), variant, { ground, laws: false });
        const population = populationAt(own, replication);
        return readyRun(own, { policy: variant.policy, replication, first: job.first, count: job.count, population });
      };
      for (let replication = 0; replication < bench.scenario.replications; replication += 1) {
        const open = job.open === undefined ? undefined : ready(job.open, replication).run;
        addFairnessTally(tally, fairnessOf(ready(job.variant, replication), open, job));
      }
      return tally;
    },
  };
}

interface Playing {
  readonly policy: string;
  readonly replication: number;
  readonly first: number;
  readonly count: number;
  readonly population: Population;
}

/** One replication, played to its end. */
function played(bench: Bench, playing: Playing): TallyData {
  return wholeOf(readyRun(bench, playing).run, playing.first, playing.count);
}

/** The last pass of one replication, ready to be played: those before it find how long cases wait. */
function readyRun(bench: Bench, { policy: name, replication, first, count, population }: Playing): ReadyRun {
  const policy = bench.policies.get(name);
  if (policy === undefined) throw new Error(`policy ${name} was not read`);
  const queues = queuesOf(policy, bench.scenario.lender, count);
  const runWith = (waits?: Waits): Run => runOf(bench, { policy: name, replication, groupBy: [], population, waits });
  const passes = queues.length === 0 ? 1 : Math.max(2, bench.scenario.passes);
  let waits: Waits | undefined;
  for (let pass = 1; pass < passes; pass += 1) waits = waitsOf(loadsOfTally(queues, wholeOf(runWith(waits), first, count)));
  return { run: runWith(waits), policy, population };
}

function wholeOf(run: Run, first: number, count: number): TallyData {
  let whole: TallyData | undefined;
  for (let at = first; at < first + count; at += blockSize) {
    const block = run.block(at, Math.min(blockSize, first + count - at));
    whole = whole === undefined ? block : addTally(whole, block);
  }
  if (whole === undefined) throw new Error("there is nobody to run");
  return whole;
}
