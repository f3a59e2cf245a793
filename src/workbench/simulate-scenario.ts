import { diagnose, nearest, type Diagnostic } from "../base/index.ts";
import type { FactName } from "../facts/index.ts";
import { viewTally, type TallyData } from "../simulation/index.ts";
import type { SwapTally } from "../statistics/index.ts";
import { buildReport, factsOfExpectations, lawRuleWords, type ChoiceRequest, type PolicyRun, type RunReport } from "../verdict/index.ts";
import { hashesOf, inputsDigest, readBench, type Bench } from "./bench.ts";
import { importFindings, importSummary } from "./import-summary.ts";
import { csvHash, importCustomers, type ImportedFile } from "./open-population.ts";
import { figureReports, queueReports } from "./queue-reports.ts";
import { runPairs } from "./run-pairs.ts";
import { runBlocks, type BlocksDone, type BlocksRequest } from "./run-blocks.ts";
import type { RunTexts } from "./run-texts.ts";
import { version } from "./version.ts";
import { wholeRun } from "./whole-run.ts";

/** What to simulate, and how. */
export interface SimulationRequest {
  readonly texts: RunTexts;
  /** `--by` facts; `month` stands for month by month. */
  readonly by: readonly string[];
  /** `--policy`: these only. */
  readonly policies: readonly string[];
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
  /** Requirements, and what the best of those that meet them is best at. */
  readonly choice?: ChoiceRequest | undefined;
  /** Flags that the result depends on, where the report is to say them. */
  readonly flags?: readonly string[] | undefined;
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

/** Reads, simulates and reports one scenario. Without a report where anything it rests on has an error. */
export async function simulateScenario(request: SimulationRequest): Promise<Simulated> {
  const { bench, diagnostics } = readBench(request.texts);
  if (bench === undefined) return { diagnostics, blocksByThread: new Map() };
  const groupBy = groupFacts(request, bench);
  const imported = await importCustomers(bench, request.texts);
  const { result, diagnostics: unread } = imported;
  const findings = [
    ...diagnostics,
    ...unread,
    ...checkGroups(groupBy, bench),
    ...(result === undefined ? [] : importFindings(result, request.texts.csv?.shown ?? "", request.strict)),
  ];
  if (findings.some((finding) => finding.level === "error")) return { diagnostics: findings, blocksByThread: new Map() };
  const customers = result?.data?.customers ?? bench.scenario.population.customers ?? 0;
  const shared = { ...request, groupBy, ...wholeRun(bench, customers), ...(result?.data === undefined ? {} : { imported: result.data }) };
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
  return { report: report(request, bench, { done, groupBy, customers, imported, swaps }), bench, tallies: done.tallies, diagnostics: findings, blocksByThread: done.blocksByThread };
}

/** Who is compared with whom; of the policies that run only. */
function rolesOf({ scenario, policies }: Bench): { readonly champion: string; readonly challengers: readonly string[] } {
  const champion = policies.has(scenario.champion) ? scenario.champion : ([...policies.keys()][0] ?? scenario.champion);
  return { champion, challengers: scenario.challengers.filter((name) => policies.has(name)) };
}

/** Facts that split the tallies: those of `--by`, then those that expectations pick groups by. */
function groupFacts(request: SimulationRequest, bench: Bench): readonly FactName[] {
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

function expectationsOf(request: SimulationRequest, bench: Bench): Bench["scenario"]["expectations"] {
  const ran = new Set(bench.policies.keys());
  return bench.scenario.expectations.filter(({ policy }) => request.policies.length === 0 || ran.has(policy));
}

interface RunResults {
  readonly done: BlocksDone;
  readonly groupBy: readonly FactName[];
  readonly customers: number;
  readonly imported: ImportedFile;
  readonly swaps: ReadonlyMap<string, SwapTally> | undefined;
}

function report(request: SimulationRequest, bench: Bench, { done, groupBy, customers, imported, swaps }: RunResults): RunReport {
  const { scenario } = bench;
  const names = [...bench.policies.keys()];
  const declared = new Set([...bench.dictionary.facts.values()].filter((fact) => fact.producedBy === "declared").map((fact) => fact.name));
  const hashes = { ...hashesOf(request.texts), ...csvHash(request.texts, imported) };
  return buildReport({
    inputs: {
      scenario: scenario.name,
      title: scenario.title,
      startDate: scenario.startDate,
      months: scenario.months,
      customers,
      seed: scenario.seed,
      replications: scenario.replications,
      lender: scenario.lender.type,
      switch: switchOf(bench),
      environment: bench.environment.name,
      assumptions: bench.assumptions.name,
      population: bench.mapping === undefined ? bench.profile.name : bench.mapping.name,
      policies: names,
      laws: bench.packs.map((pack) => pack.name),
      version,
      hashes,
      import: imported.result === undefined ? null : importSummary(imported.result),
      ...(request.flags === undefined ? {} : { flags: request.flags, digest: inputsDigest(hashes, request.flags) }),
    },
    ...rolesOf(bench),
    runs: names.map((name) => policyRun(bench, name, done)),
    laws: bench.packs.flatMap((pack) => lawRuleWords(pack, declared)),
    expectations: expectationsOf(request, bench),
    groupBy,
    showGroups: request.by.some((name) => name !== "month"),
    showMonths: request.by.includes("month"),
    ...(request.closely === undefined ? {} : { swaps: swaps ?? new Map() }),
    choice: request.choice,
  });
}

/** The switch with the policies that it introduces. */
function switchOf({ scenario: { switch: change }, policies, before }: Bench): RunReport["inputs"]["switch"] {
  if (change === undefined) return null;
  const introduced = [...policies.keys()].filter((name) => name !== before?.name && (change.policies === undefined || change.policies.includes(name)));
  return { month: change.month, shareBps: change.shareBps, policies: introduced };
}

function policyRun(bench: Bench, name: string, done: BlocksDone): PolicyRun {
  const tallies: readonly TallyData[] = done.tallies.get(name) ?? [];
  const queues = queueReports(done.queues.get(name) ?? []);
  const figures = figureReports(done.queues.get(name) ?? []);
  const policy = bench.policies.get(name);
  if (policy === undefined) throw new Error(`policy ${name} was not read`);
  const keys = [...new Set(tallies.flatMap((tally) => Object.keys(tally.groups)))].toSorted();
  const groups = keys.map((key) => {
    const having = tallies.filter((tally) => tally.groups[key] !== undefined);
    return [key, having.map((tally) => viewTally(tally, key))] as const;
  });
  return { name, title: policy.title, tallies: tallies.map((tally) => viewTally(tally)), groups: new Map(groups), ...(queues.length === 0 ? {} : { queues }), ...(figures.length === 0 ? {} : { figures }) };
}
