import { viewTally, type TallyData } from "../simulation/index.ts";
import type { SwapTally } from "../statistics/index.ts";
import { buildReport, lawRuleWords, type ChoiceRequest, type ImportSummary, type PolicyRun, type ReportInputs, type RunReport } from "../verdict/index.ts";
import { hashesOf, inputsDigest, type Bench } from "./bench.ts";
import { importSummary } from "./import-summary.ts";
import { csvHash, type ImportedFile } from "./open-population.ts";
import { figureReports, queueReports } from "./queue-reports.ts";
import type { BlocksDone } from "./run-blocks.ts";
import type { RunTexts } from "./run-texts.ts";
import { version } from "./version.ts";

/** What a report is asked to tell. */
export interface ReportAsked {
  /** `--by` facts; `month` stands for month by month. */
  readonly by: readonly string[];
  /** `--policy`: these only. */
  readonly policies: readonly string[];
  /** Customers were followed one by one. */
  readonly closely?: object | undefined;
  /** Requirements, and what the best of those that meet them is best at. */
  readonly choice?: ChoiceRequest | undefined;
  /** Flags that the result depends on, where the report is to say them. */
  readonly flags?: readonly string[] | undefined;
}

/** What a run came to: plain data. */
export interface RunResults {
  readonly done: Pick<BlocksDone, "tallies" | "queues">;
  readonly groupBy: readonly string[];
  readonly customers: number;
  readonly imported: ImportTold;
  readonly swaps?: ReadonlyMap<string, SwapTally> | undefined;
}

/** What a report says of an imported file. */
export interface ImportTold {
  readonly summary: ImportSummary | null;
  readonly hashes: Readonly<Record<string, string>>;
}

/** The report of a run, from what it was of and what it came to. */
export function reportRun(asked: ReportAsked, { bench, texts }: { readonly bench: Bench; readonly texts: RunTexts }, results: RunResults): RunReport {
  const runs = [...bench.policies.keys()].map((name) => policyRun(bench, name, results.done));
  return buildReport(reportInputs(asked, { bench, runs, hashes: { ...hashesOf(texts), ...results.imported.hashes } }, results));
}

/** What was run, policy by policy. */
export interface RunsDone {
  readonly bench: Bench;
  /** Those of the bench's policies, in their order. */
  readonly runs: readonly PolicyRun[];
  readonly hashes: Readonly<Record<string, string>>;
}

/** All that a report is made from. */
export function reportInputs(asked: ReportAsked, { bench, runs, hashes }: RunsDone, { groupBy, customers, imported, swaps }: Omit<RunResults, "done">): ReportInputs {
  const { scenario } = bench;
  const declared = new Set([...bench.dictionary.facts.values()].filter((fact) => fact.producedBy === "declared").map((fact) => fact.name));
  return {
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
      policies: runs.map(({ name }) => name),
      laws: bench.packs.map((pack) => pack.name),
      version,
      hashes,
      import: imported.summary,
      ...(asked.flags === undefined ? {} : { flags: asked.flags, digest: inputsDigest(hashes, asked.flags) }),
    },
    ...rolesOf(bench),
    runs,
    laws: bench.packs.flatMap((pack) => lawRuleWords(pack, declared)),
    expectations: expectationsOf(asked, bench),
    groupBy,
    showGroups: asked.by.some((name) => name !== "month"),
    showMonths: asked.by.includes("month"),
    ...(asked.closely === undefined ? {} : { swaps: swaps ?? new Map() }),
    choice: asked.choice,
  };
}

/** Who is compared with whom; of the policies that run only. */
export function rolesOf({ scenario, policies }: Bench): { readonly champion: string; readonly challengers: readonly string[] } {
  const champion = policies.has(scenario.champion) ? scenario.champion : ([...policies.keys()][0] ?? scenario.champion);
  return { champion, challengers: scenario.challengers.filter((name) => policies.has(name)) };
}

/** Expectations of the policies that run. */
export function expectationsOf({ policies }: Pick<ReportAsked, "policies">, bench: Bench): Bench["scenario"]["expectations"] {
  const ran = new Set(bench.policies.keys());
  return bench.scenario.expectations.filter(({ policy }) => policies.length === 0 || ran.has(policy));
}

/** What a report says of the file that customers came from. */
export function importTold(texts: RunTexts, imported: ImportedFile): ImportTold {
  const { result } = imported;
  return { summary: result === undefined ? null : importSummary(result), hashes: csvHash(texts, imported) };
}

/** The switch with the policies that it introduces. */
function switchOf({ scenario: { switch: change }, policies, before }: Bench): RunReport["inputs"]["switch"] {
  if (change === undefined) return null;
  const introduced = [...policies.keys()].filter((name) => name !== before?.name && (change.policies === undefined || change.policies.includes(name)));
  return { month: change.month, shareBps: change.shareBps, policies: introduced };
}

/** What a policy came to, as reports read it. */
export function policyRun(bench: Bench, name: string, done: RunResults["done"]): PolicyRun {
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
