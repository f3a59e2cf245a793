import type { Text } from "../../base/index.ts";
import type { FairDifference, GroupFairness } from "../../statistics/index.ts";
import { holm } from "../decided-at.ts";
import type { SearchInputs } from "../search/search-inputs.ts";
import type { FairnessSearch } from "./fairness-search.ts";

/** A group with its test corrected for all groups of the policy that were tested. */
export interface FairGroup extends GroupFairness {
  /** `equalP` after Holm's correction over all facts and groups. */
  readonly adjustedP: number | null;
}

/** A rule that was left out, on the same customers with the same luck. */
export interface WithoutRule {
  readonly rule: string;
  readonly group: string;
  readonly reference: string;
  /** Adverse impact ratio of the group with the rule and without it. */
  readonly with: number | null;
  readonly without: number | null;
  /** Paired. */
  readonly difference: FairDifference;
}

/** The groups of one fact under one policy. */
export interface FactFairness {
  readonly fact: string;
  readonly title: Text;
  /** Decisions that read the fact itself, such as `enrolment@application`. */
  readonly readBy: readonly string[];
  readonly groups: readonly FairGroup[];
  /** The group of the lowest ratio; null where none can be told. */
  readonly lowest: string | null;
  readonly withoutRules: readonly WithoutRule[];
}

/** A rule that turned somebody away: what it is called and what it reads. */
export interface NamedRule {
  readonly rule: string;
  readonly title: Text;
  readonly facts: readonly string[];
}

/** How one policy treats groups. */
export interface PolicyFairness {
  readonly policy: string;
  readonly title: Text;
  /** The score that approval, limits and prices are compared at; null where the policy reads none. */
  readonly score: string | null;
  readonly facts: readonly FactFairness[];
  readonly rules: readonly NamedRule[];
  /** Whether it was found out who would repay: by the same policy with nobody turned away. */
  readonly opened: boolean;
}

/** All that `fairness` says. No time, path or machine name. */
export interface FairnessReport {
  readonly schemaVersion: 1;
  readonly inputs: SearchInputs;
  readonly policies: readonly PolicyFairness[];
  readonly search?: FairnessSearch | undefined;
}

/** The facts of one policy with their tests corrected together, and the lowest ratio of each named. */
export function judgeFacts(facts: readonly (Omit<FactFairness, "groups" | "lowest"> & { readonly groups: readonly GroupFairness[] })[]): readonly FactFairness[] {
  const adjusted = holm(facts.flatMap(({ groups }) => groups.map(({ equalP }) => equalP)));
  let at = 0;
  return facts.map((fact) => ({
    ...fact,
    groups: fact.groups.map((group): FairGroup => ({ ...group, adjustedP: adjusted[at++] ?? null })),
    lowest: lowestOf(fact.groups)?.group ?? null,
  }));
}

/** The group of the lowest adverse impact ratio. */
export function lowestOf(groups: readonly GroupFairness[]): GroupFairness | undefined {
  return groups.filter(({ ratio }) => ratio !== null).toSorted((a, b) => (a.ratio?.value ?? 0) - (b.ratio?.value ?? 0))[0];
}
