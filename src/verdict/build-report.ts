import { dateOfMonth } from "../base/index.ts";
import {
  computeMeasuresAt,
  computeMeasuresBetween,
  judgedTally,
  monthlySeries,
  poolReplications,
  sampleMeasures,
  vintageCurves,
  type MeasureSample,
  type MeasureValue,
  type SwapTally,
  type Tally,
} from "../statistics/index.ts";
import { calibrationOf } from "./calibration.ts";
import { closeComparison, comparison, type ComparedClosely } from "./comparison.ts";
import type { Expectation } from "./expectation.ts";
import { groupLabel, tallyWhere } from "./groups.ts";
import { judgeExpectation } from "./judge-expectation.ts";
import { lawLines, lawSummary } from "./law-lines.ts";
import type { LawRuleWords } from "./law-rule.ts";
import type { Comparison, FigureReport, PolicyReport, QueueReport, RunInputs, RunReport } from "./report.ts";
import { averageArrangements, averageBearers, averagePools, averageDistributions, averageRules, averageSettlements, averageBands, lossOverEconomies } from "./run-averages.ts";
import { choose, type ChoiceRequest } from "./search/choice.ts";
import { tradeOffs } from "./trade-offs.ts";

/** One policy that ran: its tallies, one a replication. */
export interface PolicyRun {
  readonly name: string;
  readonly title: PolicyReport["title"];
  readonly tallies: readonly Tally[];
  /** Tallies by group (one a replication), keyed as the simulation keys them: values joined by ` / `. */
  readonly groups?: ReadonlyMap<string, readonly Tally[]>;
  /** Desks at which cases wait; absent where none has a capacity. */
  readonly queues?: readonly QueueReport[];
  readonly figures?: readonly FigureReport[];
}

/** All that a report is made from. */
export interface ReportInputs {
  readonly inputs: RunInputs;
  /** Name of the champion; it may stand among its own challengers: that is the A/A check. */
  readonly champion: string;
  readonly challengers: readonly string[];
  /** Each policy once, in report order. */
  readonly runs: readonly PolicyRun[];
  /** Rules of all packs, in pack order. */
  readonly laws: readonly LawRuleWords[];
  readonly expectations: readonly Expectation[];
  /** Facts that the groups are made by, in order of their key; empty without groups. */
  readonly groupBy: readonly string[];
  /** Report groups, and not only use them for expectations. */
  readonly showGroups: boolean;
  /** Report measures month by month. */
  readonly showMonths: boolean;
  /** By challenger: customers followed one by one beside the champion. Present, comparisons are made closely. */
  readonly swaps?: ReadonlyMap<string, SwapTally> | undefined;
  /** Which policy to choose is asked. */
  readonly choice?: ChoiceRequest | undefined;
}

/** Everything a run says, from its tallies. Keys stand in a fixed order, so that equal inputs give equal bytes. */
export function buildReport(request: ReportInputs): RunReport {
  const severities = new Map(request.laws.map((rule) => [rule.id, rule.severity]));
  const judged = request.runs.map((run) => ({
    ...run,
    tallies: run.tallies.map((tally) => judgedTally(tally, severities)),
    groups: new Map([...(run.groups ?? [])].map(([key, tallies]) => [key, tallies.map((tally) => judgedTally(tally, severities))])),
  }));
  const samples = new Map(judged.map((run) => [run.name, sampleMeasures(run.tallies)]));
  const policies = judged.map((run) => policyReport(run, samples.get(run.name) ?? [], request));
  const champion = policies.find((policy) => policy.name === request.champion);
  return {
    schemaVersion: 1,
    inputs: inOrder(request.inputs),
    policies,
    comparisons: request.challengers.map((name) => compared(name, { request, runs: judged, samples })),
    tradeOffs: tradeOffs(policies),
    calibration: champion === undefined ? null : calibrationOf(champion.name, champion.measures),
    expectations: request.expectations
      .filter(({ level }) => level !== "off")
      .map((expectation) => judgeExpectation(expectation, sampleFor(expectation, judged, samples, request.groupBy))),
    ...(request.choice === undefined ? {} : { choice: choose(request.choice, samples, request.champion) }),
  };
}

type JudgedRun = PolicyRun & { readonly groups: ReadonlyMap<string, readonly Tally[]> };

function policyReport(run: JudgedRun, samples: readonly MeasureSample[], request: ReportInputs): PolicyReport {
  const lines = lawLines(request.laws, run.tallies);
  return {
    name: run.name,
    title: run.title,
    role: run.name === request.champion ? "champion" : "challenger",
    measures: samples.map((sample) => sample.at(0.95)),
    series: monthlySeries(run.tallies),
    vintages: vintageCurves(run.tallies),
    distributions: averageDistributions(run.tallies),
    rulesFired: averageRules(run.tallies),
    arrangements: averageArrangements(run.tallies),
    bands: averageBands(run.tallies),
    lossOverEconomies: lossOverEconomies(run.tallies),
    bearers: averageBearers(run.tallies),
    pools: averagePools(run.tallies),
    ...(Object.keys(run.tallies[0]?.settlements ?? {}).length === 0 ? {} : { settlements: averageSettlements(run.tallies) }),
    lawSummary: lawSummary(lines),
    laws: lines,
    ...(run.queues === undefined ? {} : { queues: run.queues }),
    ...(run.figures === undefined ? {} : { figures: run.figures }),
    groups: request.showGroups ? groupReports(run, request.groupBy) : [],
    phases: phaseReports(run.tallies, request.inputs.switch),
    byMonth: request.showMonths ? monthReports(run.tallies, request.inputs.startDate) : [],
  };
}

function groupReports(run: JudgedRun, groupBy: readonly string[]): PolicyReport["groups"] {
  return [...run.groups].flatMap(([key, tallies]) => {
    const customers = tallies.reduce((total, tally) => total + tally.customers, 0) / Math.max(1, tallies.length);
    if (customers === 0) return [];
    return [{ key: groupLabel(key, groupBy), customers, measures: sampleMeasures(tallies).map((sample) => sample.at(0.95)) }];
  });
}

function phaseReports(tallies: readonly Tally[], change: RunInputs["switch"]): PolicyReport["phases"] {
  const months = Math.max(0, ...tallies.map((tally) => tally.months));
  if (change === null) return [];
  const phases = [{ from: 0, to: change.month }, { from: change.month, to: months }].filter(({ from, to }) => from < to);
  return phases.map(({ from, to }) => {
    const runs = tallies.map((tally) => computeMeasuresBetween(tally, from, to));
    return { from, to, measures: (runs[0] ?? []).map((first, index): MeasureValue => poolReplications(runs.map((run) => run[index] ?? first))) };
  });
}

function monthReports(tallies: readonly Tally[], startDate: string): PolicyReport["byMonth"] {
  const months = Math.max(0, ...tallies.map((tally) => tally.months));
  return Array.from({ length: months }, (_, month) => {
    const runs = tallies.map((tally) => computeMeasuresAt(tally, month));
    const measures = (runs[0] ?? []).map((first, index): MeasureValue => poolReplications(runs.map((run) => run[index] ?? first)));
    return { date: dateOfMonth(startDate, month), measures };
  });
}

function compared(challenger: string, { request, runs, samples }: { readonly request: ReportInputs; readonly runs: readonly JudgedRun[]; readonly samples: ReadonlyMap<string, readonly MeasureSample[]> }): Comparison {
  const names = { champion: request.champion, challenger };
  const pair = { champion: samplesOf(samples, names.champion), challenger: samplesOf(samples, challenger) };
  if (request.swaps === undefined) return comparison(names, pair);
  const groups = request.showGroups ? pairedGroups(names, runs, request.groupBy) : [];
  const { customers, months, replications } = request.inputs;
  return closeComparison(names, pair, { swaps: request.swaps.get(challenger), ground: { customers: customers * replications, months }, groups });
}

/** Groups in which both policies have customers, each with its samples. */
function pairedGroups({ champion, challenger }: Pick<Comparison, "champion" | "challenger">, runs: readonly JudgedRun[], groupBy: readonly string[]): ComparedClosely["groups"] {
  const groupsOf = (name: string): ReadonlyMap<string, readonly Tally[]> => runs.find((run) => run.name === name)?.groups ?? new Map();
  const others = groupsOf(challenger);
  return [...groupsOf(champion)].flatMap(([key, tallies]) => {
    const other = others.get(key);
    const customers = tallies.reduce((total, tally) => total + tally.customers, 0) / Math.max(1, tallies.length);
    if (other === undefined || customers === 0) return [];
    return [{ key: groupLabel(key, groupBy), customers, samples: { champion: sampleMeasures(tallies), challenger: sampleMeasures(other) } }];
  });
}

function samplesOf(samples: ReadonlyMap<string, readonly MeasureSample[]>, policy: string): readonly MeasureSample[] {
  const found = samples.get(policy);
  if (found === undefined) throw new Error(`policy ${policy} did not run`);
  return found;
}

/** The sample that an expectation is about; undefined where its group is empty. */
function sampleFor(
  expectation: Expectation,
  runs: readonly JudgedRun[],
  samples: ReadonlyMap<string, readonly MeasureSample[]>,
  groupBy: readonly string[],
): MeasureSample | undefined {
  const { policy, measure, where } = expectation;
  const run = runs.find(({ name }) => name === policy);
  if (run === undefined) throw new Error(`policy ${policy} did not run`);
  const all = where === undefined ? samplesOf(samples, policy) : inGroup(run, groupBy, where);
  return all?.find((sample) => sample.measure.name === measure);
}

function inGroup(
  run: JudgedRun,
  groupBy: readonly string[],
  where: Readonly<Record<string, string | number | boolean>>,
): readonly MeasureSample[] | undefined {
  const tallies = run.tallies.flatMap((_, replication) => tallyWhere(run.groups, groupBy, where, replication) ?? []);
  return tallies.length === 0 ? undefined : sampleMeasures(tallies);
}

/** The same inputs with their keys in the published order, whoever made them. */
function inOrder(inputs: RunInputs): RunInputs {
  const hashes = Object.entries(inputs.hashes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    scenario: inputs.scenario,
    title: { en: inputs.title.en, zh: inputs.title.zh },
    startDate: inputs.startDate,
    months: inputs.months,
    customers: inputs.customers,
    seed: inputs.seed,
    replications: inputs.replications,
    lender: inputs.lender,
    switch: inputs.switch,
    environment: inputs.environment,
    assumptions: inputs.assumptions,
    population: inputs.population,
    policies: inputs.policies,
    laws: inputs.laws,
    version: inputs.version,
    hashes: Object.fromEntries(hashes),
    import: inputs.import,
    ...(inputs.flags === undefined ? {} : { flags: inputs.flags }),
    ...(inputs.digest === undefined ? {} : { digest: inputs.digest }),
  };
}
