import { jackknifeGroups } from "../../simulation/index.ts";

/** What is added up over the customers of a group, by band of the score. Money is fen. */
export const fairnessCounts = [
  "considered", // persons put to an enrolment decision that decided something, without those who left an invitation alone
  "notTakenUp", // persons invited who did not take it up, and were not turned away either
  "approved", // … approved, and not left without a line
  "scored", // … whose score is known
  "points",
  "pointsSquared",
  "repays", // … who would repay
  "repaysApproved",
  "defaults", // … who would not
  "defaultsApproved",
  "accounts", // accounts opened
  "limitFen", // limits granted at opening
  "feeBps", // monthly instalment fees at opening
  "holders", // persons with an account
  "bad", // … 91 days past due or more at any time
] as const;
export type FairnessCount = (typeof fairnessCounts)[number];

/** What the search for a fairer policy needs of everybody beside, by jackknife group. */
export const bookCounts = ["customers", "marginFen", "matured12", "ever90At12"] as const;
export type BookCount = (typeof bookCounts)[number];

/** Persons of a group who were considered and not approved, and the facts of all considered. */
export interface FairnessGroup {
  /** By band of the score: [jackknife group][count]. */
  readonly bands: Record<string, Float64Array>;
  /** Persons not approved, by what decided: `decline:ENR-30`, `review:ENR-12`, `invite:ENR-40`, `no-line:LIM-10`, `open:`. */
  readonly reasons: Record<string, number>;
  /** Persons considered, by fact that the policy reads and its value or band. */
  readonly facts: Record<string, Record<string, number>>;
}

/** Who is approved, by group of customers: integers, so that blocks add up in any order. */
export interface FairnessTally {
  /** By fact and value (or band) of it. */
  readonly groups: Record<string, Record<string, FairnessGroup>>;
  /** [jackknife group][book count] */
  readonly book: Float64Array;
}

/** An empty tally. */
export function newFairnessTally(): FairnessTally {
  return { groups: {}, book: new Float64Array(jackknifeGroups * bookCounts.length) };
}

/** The group, made if it is not there yet. */
export function fairnessGroup(tally: FairnessTally, fact: string, label: string): FairnessGroup {
  const labels = (tally.groups[fact] ??= {});
  return (labels[label] ??= { bands: {}, reasons: {}, facts: {} });
}

/** Counts of one band of the score, made if they are not there yet. */
export function bandCounts(group: FairnessGroup, band: string): Float64Array {
  return (group.bands[band] ??= new Float64Array(jackknifeGroups * fairnessCounts.length));
}

/** Adds one tally to another. */
export function addFairnessTally(to: FairnessTally, from: FairnessTally): void {
  addNumbers(to.book, from.book);
  for (const [fact, labels] of Object.entries(from.groups)) {
    for (const [label, group] of Object.entries(labels)) {
      const own = fairnessGroup(to, fact, label);
      for (const [band, counts] of Object.entries(group.bands)) addNumbers(bandCounts(own, band), counts);
      addRecord(own.reasons, group.reasons);
      for (const [read, values] of Object.entries(group.facts)) addRecord((own.facts[read] ??= {}), values);
    }
  }
}

function addNumbers(to: Float64Array, from: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + (from[at] ?? 0);
}

function addRecord(to: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(from)) to[key] = (to[key] ?? 0) + count;
}
