import type { Population } from "../../population/index.ts";
import type { TallyData } from "../../simulation/index.ts";
import { changesSince, type Comparison, type RunReport } from "../../verdict/index.ts";
import { rememberingReaders, readBench, type Bench } from "../bench.ts";
import { createBlockRunner, type BlockRunner, type Job, type WorkerInputs } from "../block-runner.ts";
import { populationOf } from "../open-population.ts";
import { policyRun, reportRun, type ReportAsked, type RunResults } from "../report-run.ts";
import type { RunTexts } from "../run-texts.ts";
import { stayingPopulations } from "../staying-populations.ts";

/** A report to be made of tallies. */
export interface ReportJob {
  readonly asked: ReportAsked;
  readonly results: RunResults;
  /** These policies only; all of them where absent. */
  readonly only?: readonly string[] | undefined;
  /** What policies came to before a save, over the same customers: every measure is held against it. */
  readonly before: ReadonlyMap<string, readonly TallyData[]>;
}

/** A report, and for each policy that ran again the difference from what it was. */
export interface ReportMade {
  readonly report: RunReport;
  readonly changes: readonly Comparison[];
}

/** One of the jobs that a thread of an open screen is given. */
export type ResidentTask =
  | { readonly kind: "read"; readonly texts: RunTexts; readonly groupBy: WorkerInputs["groupBy"] }
  | { readonly kind: "block"; readonly job: Job }
  | { readonly kind: "draw"; readonly first: number; readonly count: number; readonly replication: number }
  | ({ readonly kind: "report" } & ReportJob);

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
    if (task.kind === "report") return { kind: "report", ...madeReport(bench, texts, task) };
    populations.get(task.replication)?.block(task.first, task.count);
    return { kind: "done" };
  };
}

function populationsOf(bench: Bench, imported: WorkerInputs["imported"]): Map<number, Population> {
  const stay = stayingPopulations();
  return new Map(Array.from({ length: bench.scenario.replications }, (_, replication) => [replication, stay(populationOf(bench, replication, imported))]));
}

function madeReport(bench: Bench, texts: RunTexts, { asked, results, only, before }: ReportJob): ReportMade {
  const policies = only === undefined ? bench.policies : new Map([...bench.policies].filter(([name]) => only.includes(name)));
  const report = reportRun(only === undefined ? asked : { ...asked, policies: only }, { bench: { ...bench, policies }, texts }, results);
  const severities = new Map(bench.packs.flatMap(({ rules }) => rules.map(({ id, severity }) => [id, severity] as const)));
  const changes = [...before].flatMap(([name, tallies]) => {
    if (!policies.has(name)) return [];
    const after = policyRun(bench, name, results.done);
    const last = policyRun(bench, name, { tallies: new Map([[name, tallies]]), queues: new Map() });
    return [changesSince(last, after, severities)];
  });
  return { report, changes };
}
