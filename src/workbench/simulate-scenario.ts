import { diagnose, nearest, type Diagnostic } from "../base/index.ts";
import type { FactName } from "../facts/index.ts";
import { factsOfExpectations, type RunReport } from "../verdict/index.ts";
import { readBench, type Bench } from "./bench.ts";
import { importFindings } from "./import-summary.ts";
import { importCustomers, type ImportedFile } from "./open-population.ts";
import { expectationsOf, importTold, reportRun, rolesOf, type ReportAsked } from "./report-run.ts";
import { runPairs } from "./run-pairs.ts";
import { runBlocks, type BlocksDone, type BlocksRequest } from "./run-blocks.ts";
import type { RunTexts } from "./run-texts.ts";
import { wholeRun } from "./whole-run.ts";

/** What to simulate, and how. */
export interface SimulationRequest extends ReportAsked {
  readonly texts: RunTexts;
  /** `--strict`: any problem of an import ends the run. */
  readonly strict: boolean;
  readonly threads: number;
  readonly packageRoot: string;
  readonly progress?: BlocksRequest["progress"] | undefined;
  readonly order?: BlocksRequest["order"] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly background?: boolean | undefined;
  /** Follow customers one by one under champion and challengers, telling groups of these facts apart. */
  readonly closely?: { readonly segments: readonly FactName[] } | undefined;
}

/** A run that ended: its report, and which thread did how much. */
export interface Simulated {
  readonly report?: RunReport;
  /** What was read, and what its customers added up to: for commands that look behind the report. */
  readonly bench?: Bench;
  readonly tallies?: BlocksDone["tallies"];
  readonly diagnostics: readonly Diagnostic[];
  readonly blocksByThread: ReadonlyMap<number, number>;
}

/** A scenario read to the point where its blocks can be run. */
export interface Prepared {
  readonly bench: Bench;
  readonly groupBy: readonly FactName[];
  readonly customers: number;
  readonly imported: ImportedFile;
}

/** Reads a scenario and imports its customers. `prepared` is absent where anything it rests on has an error. */
export async function prepareSimulation(
  request: Pick<SimulationRequest, "texts" | "by" | "policies" | "strict">,
  { bench, diagnostics } = readBench(request.texts),
): Promise<{ readonly prepared?: Prepared; readonly diagnostics: readonly Diagnostic[] }> {
  if (bench === undefined) return { diagnostics };
  const groupBy = groupFacts(request, bench);
  const imported = await importCustomers(bench, request.texts);
  const { result, diagnostics: unread } = imported;
  const findings = [
    ...diagnostics,
    ...unread,
    ...checkGroups(groupBy, bench),
    ...(result === undefined ? [] : importFindings(result, request.texts.csv?.shown ?? "", request.strict)),
  ];
  if (findings.some((finding) => finding.level === "error")) return { diagnostics: findings };
  const customers = result?.data?.customers ?? bench.scenario.population.customers ?? 0;
  return { prepared: { bench, groupBy, customers, imported }, diagnostics: findings };
}

/** Reads, simulates and reports one scenario. Without a report where anything it rests on has an error. */
export async function simulateScenario(request: SimulationRequest): Promise<Simulated> {
  const { prepared, diagnostics } = await prepareSimulation(request);
  if (prepared === undefined) return { diagnostics, blocksByThread: new Map() };
  const { bench, groupBy, customers, imported } = prepared;
  const { data } = imported.result ?? {};
  const shared = { ...request, groupBy, ...wholeRun(bench, customers), ...(data === undefined ? {} : { imported: data }) };
  const { champion, challengers } = rolesOf(bench);
  const pairs = request.closely === undefined ? 0 : customers * challengers.length * bench.scenario.replications;
  let alone = 0;
  const done = await runBlocks({
    ...shared,
    progress: (at, total, policy, pass) => {
      alone = total;
      request.progress?.(at, total + pairs, policy, pass);
    },
  });
  const swaps =
    request.closely === undefined || challengers.length === 0
      ? undefined
      : await runPairs({
          ...shared,
          champion,
          challengers,
          segments: request.closely.segments.filter((fact) => bench.dictionary.facts.has(fact)),
          waits: (policy, replication) => done.queues.get(policy)?.[replication]?.given,
          progress: (at, total, policy) => request.progress?.(alone + at, alone + total, policy, { number: 1, of: 1 }),
        });
  return { report: reportRun(request, { bench, texts: request.texts }, { done, groupBy, customers, imported: importTold(request.texts, imported), swaps }), bench, tallies: done.tallies, diagnostics, blocksByThread: done.blocksByThread };
}

/** Facts that split the tallies: those of `--by`, then those that expectations pick groups by. */
function groupFacts(request: Pick<SimulationRequest, "by" | "policies">, bench: Bench): readonly FactName[] {
  const asked = request.by.filter((name) => name !== "month");
  return [...new Set([...asked, ...factsOfExpectations(expectationsOf(request, bench))])];
}

/** Groups are made of what is known of a customer from the start. */
function checkGroups(groupBy: readonly FactName[], bench: Bench): Diagnostic[] {
  const known = [...bench.dictionary.facts.values()].filter((fact) => fact.producedBy === "population").map((fact) => fact.name);
  return groupBy.flatMap((fact) => {
    if (known.includes(fact) || (fact === "rollOut" && bench.scenario.switch !== undefined)) return [];
    const guess = nearest(fact, [...known, "month"]);
    return [
      diagnose({
        code: "unknown-fact",
        message: { en: `customers cannot be grouped by \`${fact}\``, zh: `无法按 \`${fact}\` 对客户分组` },
        hint:
          guess === undefined
            ? { en: "use a fact that the population has, such as customer.cityTier", zh: "请用客群自带的事实，例如 customer.cityTier" }
            : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` },
      }),
    ];
  });
}
