import type { Population } from "../../population/index.ts";
import type { TallyData } from "../../simulation/index.ts";
import { buildPart, buildReport, changesSince, runMemory, type Comparison, type PolicyRun, type ReportPart, type RunReport } from "../../verdict/index.ts";
import { hashesOf, rememberingReaders, readBench, type Bench } from "../bench.ts";
import { createBlockRunner, type BlockRunner, type Job, type WorkerInputs } from "../block-runner.ts";
import { populationOf } from "../open-population.ts";
import { policyRun, reportInputs, type ReportAsked, type RunResults } from "../report-run.ts";
import type { BlocksDone } from "../run-blocks.ts";
import type { RunTexts } from "../run-texts.ts";
import { stayingPopulations } from "../staying-populations.ts";
import { useRecent } from "./recent-runs.ts";

/** What one policy came to over some customers. */
export type Counts = Pick<BlocksDone, "tallies" | "queues">;

/** Counts with their number; absent themselves where the thread was given them before. */
export interface Numbered {
  readonly id: number;
  readonly counts?: Counts;
}

/** A report to be made of counts. */
export interface ReportJob<One> {
  readonly asked: ReportAsked;
  readonly results: Omit<RunResults, "done">;
  /** By policy: all that stand in the report or beside it, of the scenario's policies. */
  readonly runs: ReadonlyMap<string, One>;
  /** What policies came to before a save, over the same customers: every measure is held against it. */
  readonly before: ReadonlyMap<string, One>;
  /** Only what is about these policies is wanted; the whole report where absent. */
  readonly about?: readonly string[] | undefined;
}

/** A report or a part of one, and for each policy that ran again the difference from what it was. */
export interface ReportMade {
  readonly made: { readonly kind: "whole"; readonly report: RunReport } | { readonly kind: "part"; readonly part: ReportPart };
  readonly changes: readonly Comparison[];
}

/** One of the jobs that a thread of an open screen is given. */
export type ResidentTask =
  | { readonly kind: "read"; readonly texts: RunTexts; readonly groupBy: WorkerInputs["groupBy"] }
  | { readonly kind: "block"; readonly job: Job }
  | ({ readonly kind: "report" } & ReportJob<Numbered>);

export type ResidentResult =
  | { readonly kind: "done" }
  | { readonly kind: "block"; readonly tally: TallyData }
  | ({ readonly kind: "report" } & ReportMade);

/**
 * Does the jobs of an open screen, one save after the other: customers are drawn once and stay, and of the files only
 * those that changed are read and compiled again.
 */
export function createResidentRunner({ texts: first, groupBy: asked, imported }: WorkerInputs): (task: ResidentTask) => ResidentResult {
  const readers = rememberingReaders();
  let populations = new Map<number, Population>();
  let whose = "";
  let texts = first;
  let bench: Bench | undefined;
  let blocks: BlockRunner | undefined;
  const reporter = createReporter();
  const read = (next: RunTexts, groupBy: WorkerInputs["groupBy"]): void => {
    texts = next;
    ({ bench } = readBench(texts, readers));
    blocks = undefined;
    if (bench === undefined) return;
    const { scenario } = bench;
    const now = JSON.stringify([scenario.seed, scenario.population, scenario.replications, texts.profile.text, texts.dictionary.text]);
    if (now !== whose) populations = populationsOf(bench, imported);
    whose = now;
    blocks = createBlockRunner({ texts, groupBy, ...(imported === undefined ? {} : { imported }) }, bench, populations);
  };
  read(first, asked);
  return (task) => {
    if (task.kind === "read") read(task.texts, task.groupBy);
    if (task.kind === "read") return { kind: "done" };
    if (bench === undefined || blocks === undefined) throw new Error("the inputs of a run were sound on the main thread and are not here");
    if (task.kind === "block") return { kind: "block", tally: blocks.run(task.job) };
    return { kind: "report", ...reporter(bench, texts, task) };
  };
}

function populationsOf(bench: Bench, imported: WorkerInputs["imported"]): Map<number, Population> {
  const stay = stayingPopulations();
  return new Map(Array.from({ length: bench.scenario.replications }, (_, replication) => [replication, stay(populationOf(bench, replication, imported))]));
}

/** Makes reports, and remembers what it has worked out of counts that it is asked about again. */
function createReporter(): (bench: Bench, texts: RunTexts, job: ReportJob<Numbered>) => ReportMade {
  const held = new Map<number, PolicyRun>();
  const memory = runMemory();
  return (all, texts, { asked, results, runs, before, about }) => {
    const used = new Map<number, PolicyRun>();
    const runOf = (name: string, { id, counts }: Numbered): PolicyRun => {
      const run = held.get(id) ?? (counts === undefined ? undefined : policyRun(all, name, counts));
      if (run === undefined) throw new Error("a thread was asked for a report of counts that it does not hold");
      used.set(id, run);
      return run;
    };
    const bench = { ...all, policies: new Map([...all.policies].filter(([name]) => runs.has(name))) };
    const own = new Map([...runs].map(([name, one]) => [name, runOf(name, one)] as const));
    const request = reportInputs(asked, { bench, runs: [...bench.policies.keys()].flatMap((name) => own.get(name) ?? []), hashes: about === undefined ? { ...hashesOf(texts), ...results.imported.hashes } : {} }, results);
    const severities = new Map(bench.packs.flatMap(({ rules }) => rules.map(({ id, severity }) => [id, severity] as const)));
    const changes = [...before].flatMap(([name, one]) => {
      const after = own.get(name);
      return after === undefined ? [] : [changesSince(runOf(name, one), after, severities, memory)];
    });
    const made: ReportMade["made"] = about === undefined ? { kind: "whole", report: buildReport(request, memory) } : { kind: "part", part: buildPart(request, about, memory) };
    useRecent(held, used);
    return { made, changes };
  };
}
