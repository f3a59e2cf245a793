import { differenceInterval, jackknifeInterval, wilson, type Estimated } from "../../base/index.ts";
import { jackknifeGroups } from "../../simulation/index.ts";
import type { FairDifference } from "./fair-terms.ts";
import { bookCounts, type BookCount, type FairnessTally } from "./fairness-tally.ts";
import { groupCounts } from "./group-counts.ts";

/** A number of a run, and what it would be with each part of the customers left out: two runs on the same customers have the same parts. */
export interface FairSample {
  readonly value: number | null;
  readonly parts: readonly (number | null)[];
  /** Of a share of persons or accounts: the counts. With nothing found the parts all agree, and say nothing of chance. */
  readonly counts?: { readonly persons: number; readonly of: number } | undefined;
}

/** A group of a fact. */
export interface GroupOf {
  readonly fact: string;
  readonly group: string;
}

/** Margin in fen a customer. */
export const marginSample = (tally: FairnessTally): FairSample => sampled((without) => quotient(book(tally, "marginFen", without), book(tally, "customers", without)));

/** Ever 90+ by month 12 on book. */
export function badSample(tally: FairnessTally): FairSample {
  const counts = { persons: book(tally, "ever90At12"), of: book(tally, "matured12") };
  return { ...sampled((without) => quotient(book(tally, "ever90At12", without), book(tally, "matured12", without))), counts };
}

/** Adverse impact of one group against another of the same fact. */
export function ratioSample(tally: FairnessTally, { fact, group }: GroupOf, reference: string): FairSample {
  return sampled((without) => quotient(approval(tally, { fact, group }, without) ?? Number.NaN, approval(tally, { fact, group: reference }, without) ?? 0));
}

/** The lowest adverse impact ratio of the groups, each against the group of its fact that is approved most. */
export function lowestRatioSample(tally: FairnessTally, groups: readonly GroupOf[]): FairSample {
  const facts = [...new Set(groups.map(({ fact }) => fact))].map((fact) => groups.filter((one) => one.fact === fact));
  return sampled((without) => {
    const ratios = facts.flatMap((own) => {
      const rates = own.flatMap((one) => approval(tally, one, without) ?? []);
      const most = Math.max(...rates);
      return rates.length < 2 || !(most > 0) ? [] : [Math.min(...rates) / most];
    });
    return ratios.length === 0 ? null : Math.min(...ratios);
  });
}

/** `to` less `from` on the same customers: exactly 0 where the two are the same. */
export function pairedDifference(from: FairSample, to: FairSample): FairDifference {
  if (from.value === null || to.value === null) return { value: null, interval: null };
  const value = to.value - from.value;
  const [own, other] = [bareShare(from), bareShare(to)];
  if ((own.isBare || other.isBare) && !sameCounts(from, to)) {
    const [a, b] = [own.estimated, other.estimated];
    return { value, interval: a === null || b === null ? null : differenceInterval(a, b) };
  }
  const parts = from.parts.flatMap((part, at) => {
    const against = to.parts[at] ?? null;
    return part === null || against === null ? [] : [against - part];
  });
  return { value, interval: parts.length < from.parts.length ? null : jackknifeInterval(value, parts) };
}

/** A sample's own value with its interval. */
export function soleEstimate(sample: FairSample): FairDifference {
  const { value, parts, counts } = sample;
  if (counts !== undefined) return { value, interval: wilson(counts.persons, counts.of) };
  const known = parts.filter((part) => part !== null);
  return { value, interval: value === null || known.length < parts.length ? null : jackknifeInterval(value, known) };
}

/** A share of which nothing, or everything, was found: the jackknife sees no doubt in it. */
function bareShare({ value, counts }: FairSample): { readonly isBare: boolean; readonly estimated: Estimated | null } {
  if (counts === undefined || value === null) return { isBare: false, estimated: null };
  const bounds = wilson(counts.persons, counts.of);
  return { isBare: counts.persons === 0 || counts.persons === counts.of, estimated: bounds === null ? null : { value, ...bounds } };
}

const sameCounts = (a: FairSample, b: FairSample): boolean => a.counts?.persons === b.counts?.persons && a.counts?.of === b.counts?.of;

function sampled(at: (without?: number) => number | null): FairSample {
  return { value: at(), parts: Array.from({ length: jackknifeGroups }, (_, group) => at(group)) };
}

const quotient = (above: number, below: number): number | null => (below > 0 && Number.isFinite(above) ? above / below : null);

function book({ book: counts }: FairnessTally, name: BookCount, without?: number): number {
  const at = bookCounts.indexOf(name);
  let sum = 0;
  for (let group = 0; group < jackknifeGroups; group++) if (group !== without) sum += counts[group * bookCounts.length + at] ?? 0;
  return sum;
}

function approval(tally: FairnessTally, { fact, group }: GroupOf, without?: number): number | null {
  const found = tally.groups[fact]?.[group];
  if (found === undefined) return null;
  const counts = groupCounts(found);
  return quotient(counts.of("approved", { without }), counts.of("considered", { without }));
}
