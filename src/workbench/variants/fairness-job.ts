import { layoutFacts, typicalRow, type FactName } from "../../facts/index.ts";
import { inForce, makeScorer, type Policy, type Scorecard } from "../../policy/index.ts";
import type { CustomerBlock, Population } from "../../population/index.ts";
import type { HistoryEntry, Run } from "../../simulation/index.ts";
import { addFairnessTally, countFairness, newFairnessTally, type FairnessTally } from "../../statistics/index.ts";
import type { Variant } from "./variant.ts";

/** Who is approved under one variant, by group, over customers `first` … `first + count − 1` of every replication. */
export interface FairnessJob {
  readonly variant: Variant;
  /** The same policy with nobody turned away: it shows who would repay. */
  readonly open?: Variant | undefined;
  readonly first: number;
  readonly count: number;
  /** Facts whose values (or bands) are the groups. */
  readonly groups: readonly FactName[];
  /** Facts that the policy reads, to be told apart between the groups. */
  readonly reads: readonly FactName[];
  /** The score that approval is compared at. */
  readonly score?: FactName | undefined;
  /** Find out what decided on everybody who was not approved: lives her life once more. */
  readonly reasons: boolean;
  readonly seed?: string | undefined;
}

/** A run made ready, with the policy and the customers it is of. */
export interface ReadyRun {
  readonly run: Run;
  readonly policy: Policy;
  readonly population: Population;
}

const blockSize = 4096;

/** Adds up one replication. */
export function fairnessOf({ run, policy, population }: ReadyRun, open: Run | undefined, job: FairnessJob): FairnessTally {
  const tally = newFairnessTally();
  const end = job.first + job.count;
  for (let first = job.first; first < end; first += blockSize) {
    const count = Math.min(blockSize, end - first);
    const block = population.block(first, count);
    const labels = (facts: readonly FactName[]): Record<string, readonly string[]> => Object.fromEntries(facts.map((fact) => [fact, groupLabels(fact, block, run)]));
    const points = job.score === undefined ? undefined : pointsOf(job.score, block, policy);
    addFairnessTally(
      tally,
      countFairness({
        first, count, totals: run.totals(first, count), open: open?.totals(first, count), labels: labels(job.groups), reads: labels(job.reads),
        score: points === undefined ? undefined : { points, bands: Array.from(points, scoreBand) },
        reasonOf: job.reasons ? (customer) => reasonIn(run.history(customer).entries) : undefined,
      }),
    );
  }
  return tally;
}

/** Ages that law and practice tell apart; every other fact in the groups of `--by`. */
const ageFrom = [25, 35, 50];

function groupLabels(fact: FactName, block: CustomerBlock, run: Run): readonly string[] {
  const ages = block.observed.get(fact);
  return fact === "customer.age" && ages !== undefined ? Array.from(ages, ageLabel) : run.labels(block.first, block.count, fact);
}

/** The group of an age: `under 25` as `14–24`, … `50–90`, so that groups are in order. */
function ageLabel(age: number): string {
  if (age !== age) return "missing";
  const at = ageFrom.findLastIndex((from) => age >= from);
  const to = ageFrom[at + 1];
  return `${ageFrom[at] ?? 14}–${to === undefined ? 90 : to - 1}`;
}

const bandWidth = 50;

function scoreBand(points: number): string {
  if (points !== points) return "missing";
  const from = Math.floor(points / bandWidth) * bandWidth;
  return `${from}–${from + bandWidth - 1}`;
}

/** The score that customers come with, or the one that the policy's own scorecard gives them at first. */
function pointsOf(score: FactName, block: CustomerBlock, policy: Policy): Float64Array {
  const own = inForce(policy.scorecard);
  if (own !== undefined && score === "score.points") return ownPoints(own, block, policy);
  return block.observed.get(score) ?? new Float64Array(block.count).fill(Number.NaN);
}

function ownPoints(card: Scorecard, block: CustomerBlock, policy: Policy): Float64Array {
  const layout = layoutFacts(policy.dictionary);
  const scorer = makeScorer(card, layout);
  const row = typicalRow(layout);
  const columns = [...block.observed].map(([name, column]) => ({ slot: layout.slot(name), column }));
  return Float64Array.from({ length: block.count }, (_, index) => {
    for (const { slot, column } of columns) row[slot] = column[index] ?? Number.NaN;
    return scorer.points(row);
  });
}

/** What decided first on a customer who was considered and not approved: `decline:ENR-30`. */
function reasonIn(entries: readonly HistoryEntry[]): string {
  const decisions = entries.filter(({ kind, month }) => kind === "decision" && month >= 0);
  const enrolments = decisions.filter(({ name, figures }) => name === "enrolment" && figures["outcome"] !== "no-action");
  const first = enrolments.find(({ figures }) => figures["outcome"] !== "invite") ?? enrolments[0];
  if (first === undefined) return "open:";
  const { outcome, undecided } = first.figures;
  if (undecided === true) return "undecided:";
  if (outcome !== "enrol") return `${String(outcome)}:${first.rules[0] ?? ""}`;
  const limit = decisions.find(({ name, figures, month }) => name === "limit" && month === first.month && figures["outcome"] === "no-line");
  return limit === undefined ? "open:" : `no-line:${limit.rules[0] ?? ""}`;
}
