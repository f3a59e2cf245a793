import { jackknifeGroups } from "../../simulation/index.ts";
import { marginFen } from "../amounts.ts";
import { customerCounters, type CustomerTotals } from "../customer-counters.ts";
import type { Sums } from "../sums.ts";
import { bandCounts, bookCounts, fairnessCounts, fairnessGroup, newFairnessTally, type FairnessTally } from "./fairness-tally.ts";

/** A block of customers under a policy, told apart by who they are. */
export interface FairnessBlock {
  /** Number of the first customer. */
  readonly first: number;
  readonly count: number;
  readonly totals: CustomerTotals;
  /** The same customers under the policy with nobody turned away: it shows who would repay. */
  readonly open?: CustomerTotals | undefined;
  /** By fact: the group of each customer. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** By fact that the policy reads: the value or band of each customer. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** The score of each customer and its band; NaN and any band where it is not known. */
  readonly score?: { readonly points: Float64Array; readonly bands: readonly string[] } | undefined;
  /** What decided on a customer who was considered and not approved; asked for these only. */
  readonly reasonOf?: ((customer: number) => string) | undefined;
}

/** Everybody has one score where none is told apart. */
const noBand = "all";

/** Adds up a block. */
export function countFairness(block: FairnessBlock): FairnessTally {
  const tally = newFairnessTally();
  const own = customerCounters(block.totals);
  const other = block.open === undefined ? undefined : customerCounters(block.open);
  for (let index = 0; index < block.count; index++) {
    own.turnTo(index);
    other?.turnTo(index);
    const group = (block.first + index) % jackknifeGroups;
    addTo(tally.book, group * bookCounts.length, [1, marginFen(own), own.of("matured12"), own.of("ever90At12")]);
    if (own.of("considered") > 0 || own.of("booked") > 0) countPerson(tally, block, { index, group, own, other });
  }
  return tally;
}

interface Person {
  readonly index: number;
  readonly group: number;
  readonly own: Pick<Sums, "of">;
  readonly other: Pick<Sums, "of"> | undefined;
}

const approvedAt = fairnessCounts.indexOf("approved");

function countPerson(tally: FairnessTally, block: FairnessBlock, { index, group, own, other }: Person): void {
  const { labels, reads, score, reasonOf } = block;
  const points = score?.points[index] ?? Number.NaN;
  const counts = countsOf(own, other, points);
  const considered = counts[0] === 1;
  const reason = considered && counts[approvedAt] === 0 ? reasonOf?.(block.first + index) : undefined;
  for (const [fact, of] of Object.entries(labels)) {
    const found = fairnessGroup(tally, fact, of[index] ?? "missing");
    addTo(bandCounts(found, score?.bands[index] ?? noBand), group * fairnessCounts.length, counts);
    if (reason !== undefined) found.reasons[reason] = (found.reasons[reason] ?? 0) + 1;
    if (!considered) continue;
    for (const [read, values] of Object.entries(reads)) {
      const shares = (found.facts[read] ??= {});
      const value = values[index] ?? "missing";
      shares[value] = (shares[value] ?? 0) + 1;
    }
  }
}

/** In the order of `fairnessCounts`. */
function countsOf(own: Pick<Sums, "of">, other: Pick<Sums, "of"> | undefined, points: number): readonly number[] {
  const met = own.of("considered") > 0;
  // An invitation that she leaves alone is no refusal by the lender.
  const left = met && own.of("invited") > 0 && own.of("approved") + own.of("declined") + own.of("reviewed") === 0 ? 1 : 0;
  const considered = met && left === 0 ? 1 : 0;
  const holds = own.of("booked") > 0;
  const approved = considered === 1 && own.of("approved") > 0 && (holds || own.of("noLine") === 0) ? 1 : 0;
  // Whoever got no account even there never owed anything: what she would have done is not known.
  const known = considered === 1 && other !== undefined && other.of("booked") > 0;
  const repays = known && other.of("newly90") === 0 ? 1 : 0;
  const defaults = known && repays === 0 ? 1 : 0;
  const scored = considered === 1 && points === points ? 1 : 0;
  return [
    considered, left, approved, scored, scored === 1 ? points : 0, scored === 1 ? points * points : 0, repays, repays * approved, defaults, defaults * approved,
    own.of("booked"), own.of("limitBookedFen"), own.of("feeBookedBps"), holds ? 1 : 0, holds && own.of("newly90") > 0 ? 1 : 0,
  ];
}

function addTo(to: Float64Array, base: number, amounts: readonly number[]): void {
  amounts.forEach((amount, at) => {
    to[base + at] = (to[base + at] ?? 0) + amount;
  });
}
