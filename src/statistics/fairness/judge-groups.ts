import { differenceInterval, wilson, type Bounds } from "../../base/index.ts";
import { commonOddsRatio, type CommonOddsRatio } from "./common-odds-ratio.ts";
import { fairTerm, type FairDifference, type FairTerm } from "./fair-terms.ts";
import type { FairnessCount, FairnessGroup } from "./fairness-tally.ts";
import { factDistances, gapParts, type FactDistance, type GapPart } from "./gap-parts.ts";
import { fisherExact } from "./fisher-exact.ts";
import { groupCounts, type GroupCounts } from "./group-counts.ts";
import { ratioBelow, shareRatio } from "./share-ratio.ts";
import type { TwoByTwo } from "./two-by-two.ts";

/** Groups of fewer persons considered are shown, and nothing is said of them. */
const fewestConsidered = 30;

/** The four-fifths rule of the US Uniform Guidelines (29 CFR 1607.4 D). */
const fourFifths = 0.8;

/** A share of persons with Wilson's interval; null over nobody. */
export interface FairShare {
  readonly persons: number;
  readonly of: number;
  readonly value: number | null;
  readonly interval: Bounds | null;
}

/**
 * Where a group stands by the four-fifths rule. `reference`: approved most; `empty`, `few`: too small to say;
 * `below`, `above`: the whole interval of its ratio lies there; `undecided`: it holds four fifths; `no-data`: nobody is approved.
 */
export type FairStanding = "reference" | "empty" | "few" | "below" | "above" | "undecided" | "no-data";

/** One group of a fact beside the reference. */
export interface GroupFairness {
  readonly group: string;
  readonly standing: FairStanding;
  readonly approval: FairShare;
  /** Persons who left an invitation alone: neither approved nor turned away, and not among those considered. */
  readonly notTakenUp: number;
  /** Adverse impact: share approved ÷ the reference's (Koopman's interval). */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number | null } | null;
  /** Fisher's exact test that both are approved alike, two-sided. */
  readonly equalP: number | null;
  /** One-sided score test that the ratio is four fifths or more: small where it is surely less. */
  readonly fourFifthsP: number | null;
  /** Mean score of those considered, and how far it lies from the reference's in pooled standard deviations. */
  readonly meanScore: number | null;
  readonly scoreGap: number | null;
  /** Approved among those who would repay (equal opportunity), and among those who would not. */
  readonly opportunity: FairShare & { readonly difference: FairDifference; readonly unknown: number };
  readonly falsePositive: FairShare;
  /** Of persons with an account: 91 days past due or more at any time. */
  readonly bad: FairShare;
  /** Approval within bands of the score, over all of them. */
  readonly sameScore: CommonOddsRatio | null;
  readonly bands: readonly { readonly band: string; readonly approval: FairShare; readonly reference: FairShare }[];
  readonly limitFen: FairTerm;
  readonly feeBps: FairTerm;
  readonly parts: readonly GapPart[];
  readonly facts: readonly FactDistance[];
}

/** All groups of a fact, in their order; `expected`: groups that a fact may have, so that an empty one is not passed over. */
export function judgeGroups(groups: Readonly<Record<string, FairnessGroup>>, expected: readonly string[] = []): readonly GroupFairness[] {
  const names = [...expected, ...Object.keys(groups).filter((name) => !expected.includes(name)).toSorted(byStart)];
  const found = names.map((name) => ({ name, group: groups[name] ?? { bands: {}, reasons: {}, facts: {} } }));
  const reference = referenceOf(found);
  return found.map((one) => judgeGroup(one, reference));
}

interface Named {
  readonly name: string;
  readonly group: FairnessGroup;
}

/** `9–10` before `10–11`; words after numbers, in their order. */
function byStart(a: string, b: string): number {
  const [x, y] = [Number.parseFloat(a), Number.parseFloat(b)];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return x - y || (a < b ? -1 : 1);
}

/** The group that is approved most, of those that are large enough. */
function referenceOf(found: readonly Named[]): Named | undefined {
  const large = found.map((one) => ({ one, approval: approvalOf(groupCounts(one.group)) })).filter(({ one, approval }) => approval.of >= fewestConsidered && one.name !== "missing");
  return large.toSorted((a, b) => (b.approval.value ?? 0) - (a.approval.value ?? 0))[0]?.one;
}

function judgeGroup({ name, group }: Named, reference: Named | undefined): GroupFairness {
  const own = groupCounts(group);
  const approval = approvalOf(own);
  const compared = approval.of >= fewestConsidered && reference !== undefined && reference.name !== name;
  const other = compared ? groupCounts(reference.group) : undefined;
  const table = other === undefined ? undefined : tableOf(own, other);
  const ratio = table === undefined ? undefined : shareRatio(table);
  const known = table !== undefined && ratio?.value !== null && ratio?.interval !== null && ratio !== undefined;
  return {
    group: name,
    standing: name === reference?.name ? "reference" : standingOf(approval.of, ratio),
    approval,
    notTakenUp: own.of("notTakenUp"),
    ratio: known && ratio.value !== null && ratio.interval !== null ? { value: ratio.value, ...ratio.interval } : null,
    equalP: known ? fisherExact(table) : null,
    fourFifthsP: known ? ratioBelow(table, fourFifths) : null,
    meanScore: moments(own)?.mean ?? null,
    scoreGap: other === undefined ? null : standardisedGap(own, other),
    opportunity: opportunityOf(own, other),
    falsePositive: fairShare(own.of("defaultsApproved"), own.of("defaults")),
    bad: fairShare(own.of("bad"), own.of("holders")),
    sameScore: other === undefined ? null : commonOddsRatio(scoredBands(own).map((band) => tableOf(own, other, band))),
    bands: other === undefined ? [] : scoredBands(own).map((band) => ({ band, approval: approvalOf(own, band), reference: approvalOf(other, band) })),
    limitFen: fairTerm(own, other, "limitFen"),
    feeBps: fairTerm(own, other, "feeBps"),
    parts: compared ? gapParts(group, reference.group) : [],
    facts: compared ? factDistances(group, reference.group) : [],
  };
}

const scoredBands = ({ bands }: GroupCounts): readonly string[] => bands.filter((band) => band !== "missing" && band !== "all");

function standingOf(considered: number, ratio: ReturnType<typeof shareRatio> | undefined): FairStanding {
  if (considered === 0) return "empty";
  if (considered < fewestConsidered) return "few";
  if (ratio === undefined || ratio.value === null || ratio.interval === null) return "no-data";
  if ((ratio.interval.high ?? Number.POSITIVE_INFINITY) < fourFifths) return "below";
  return ratio.interval.low >= fourFifths ? "above" : "undecided";
}

const approvalOf = (counts: GroupCounts, band?: string): FairShare => fairShare(counts.of("approved", { band }), counts.of("considered", { band }));

function fairShare(persons: number, of: number): FairShare {
  return { persons, of, value: of > 0 ? persons / of : null, interval: wilson(persons, of) };
}

const tableOf = (own: GroupCounts, other: GroupCounts, band?: string): TwoByTwo => {
  const [a, b] = [approvalOf(own, band), approvalOf(other, band)];
  return { group: a.persons, of: a.of, reference: b.persons, ofReference: b.of };
};

/** Approved among those who would repay, and how far that lies from the reference's. */
function opportunityOf(own: GroupCounts, other: GroupCounts | undefined): GroupFairness["opportunity"] {
  const share = fairShare(own.of("repaysApproved"), own.of("repays"));
  const theirs = other === undefined ? undefined : fairShare(other.of("repaysApproved"), other.of("repays"));
  const unknown = own.of("considered") - own.of("repays") - own.of("defaults");
  return { ...share, difference: differenceOf(share, theirs), unknown };
}

function differenceOf(own: FairShare, other: FairShare | undefined): FairDifference {
  if (own.value === null || own.interval === null || other === undefined || other.value === null || other.interval === null) return { value: null, interval: null };
  if (own.of < fewestConsidered || other.of < fewestConsidered) return { value: null, interval: null };
  return { value: own.value - other.value, interval: differenceInterval({ value: other.value, ...other.interval }, { value: own.value, ...own.interval }) };
}

function moments(counts: GroupCounts): { readonly n: number; readonly mean: number; readonly squares: number } | null {
  const of = (count: FairnessCount): number => counts.of(count);
  const n = of("scored");
  if (n === 0) return null;
  return { n, mean: of("points") / n, squares: of("pointsSquared") - (of("points") * of("points")) / n };
}

function standardisedGap(own: GroupCounts, other: GroupCounts): number | null {
  const [a, b] = [moments(own), moments(other)];
  if (a === null || b === null || a.n + b.n < 3) return null;
  const deviation = Math.sqrt((a.squares + b.squares) / (a.n + b.n - 2));
  return deviation > 0 ? (a.mean - b.mean) / deviation : null;
}
