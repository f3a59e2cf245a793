import { dateOfMonth } from "../base/index.ts";
import {
  computeMeasuresAt,
  computeMeasuresBetween,
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
import { judgedRun, runMemory, type JudgedRun, type PolicyRun, type RunMemory } from "./policy-run.ts";
import type { Comparison, PolicyReport, RunInputs, RunReport } from "./report.ts";
import { averageArrangements, averageBearers, averagePools, averageDistributions, averageRules, averageSettlements, averageBands, lossOverEconomies } from "./run-averages.ts";
import { choose, type ChoiceRequest } from "./search/choice.ts";
import { tradeOffs } from "./trade-offs.ts";

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

/** What a report says of some policies: their own numbers, and every comparison that they have a side in. */
export type ReportPart = Pick<RunReport, "policies" | "comparisons">;

/** The part of a report that is about these policies, worked out without the rest. */
export function buildPart(request: ReportInputs, about: readonly string[], memory = runMemory()): ReportPart {
  return partOf(judgedRuns(request, memory), { request, about, memory });
}

/** Everything a run says, from its tallies. Keys stand in a fixed order, so that equal inputs give equal bytes. */
export function buildReport(request: ReportInputs, memory = runMemory()): RunReport {
  const judged = judgedRuns(request, memory);
  const { policies, comparisons } = partOf(judged, { request, about: judged.map(({ name }) => name), memory });
  const samples = new Map(judged.map((run) => [run.name, run.samples]));
  const champion = policies.find((policy) => policy.name === request.champion);
  return {
    schemaVersion: 1,
    inputs: inOrder(request.inputs),
    policies,
    comparisons,
    tradeOffs: tradeOffs(policies),
    calibration: champion === undefined ? null : calibrationOf(champion.name, champion.measures),
    expectations: request.expectations
      .filter(({ level }) => level !== "off")
      .map((expectation) => judgeExpectation(expectation, sampleFor(expectation, judged, request.groupBy))),
    ...(request.choice === undefined ? {} : { choice: choose(request.choice, samples, request.champion) }),
  };
}

function judgedRuns(request: ReportInputs, memory: RunMemory): readonly JudgedRun[] {
  const severities = new Map(request.laws.map((rule) => [rule.id, rule.severity]));
  return request.runs.map((run) => judgedRun(run, severities, memory));
}

interface PartAsked {
  readonly request: ReportInputs;
  readonly about: readonly string[];
  readonly memory: RunMemory;
}

function partOf(judged: readonly JudgedRun[], { request, about, memory }: PartAsked): ReportPart {
  const challengers = about.includes(request.champion) ? request.challengers : request.challengers.filter((name) => about.includes(name));
  const policies = request.runs.flatMap((run, index) => {
    const own = judged[index];
    if (own === undefined || !about.includes(run.name)) return [];
    const report = memory.reports.get(run) ?? policyReport(own, request);
    memory.reports.set(run, report);
    return [report];
  });
  return { policies, comparisons: challengers.map((name) => compared(name, request, judged)) };
}

function policyReport(run: JudgedRun, request: ReportInputs): PolicyReport {
  const lines = lawLines(request.laws, run.tallies);
  return {
    name: run.name,
    title: run.title,
    role: run.name === request.champion ? "champion" : "challenger",
    measures: run.samples.map((sample) => sample.at(0.95)),
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

function compared(challenger: string, request: ReportInputs, runs: readonly JudgedRun[]): Comparison {
  const names = { champion: request.champion, challenger };
  const pair = { champion: runNamed(runs, names.champion).samples, challenger: runNamed(runs, challenger).samples };
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

function runNamed(runs: readonly JudgedRun[], policy: string): JudgedRun {
  const found = runs.find(({ name }) => name === policy);
  if (found === undefined) throw new Error(`policy ${policy} did not run`);
  return found;
}

/** The sample that an expectation is about; undefined where its group is empty. */
function sampleFor(expectation: Expectation, runs: readonly JudgedRun[], groupBy: readonly string[]): MeasureSample | undefined {
  const { policy, measure, where } = expectation;
  const run = runNamed(runs, policy);
  const all = where === undefined ? run.samples : inGroup(run, groupBy, where);
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
