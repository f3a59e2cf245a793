import { jackknifeGroups, type CounterName, type Tally } from "../simulation/index.ts";
import { severityOf, type RuleSeverity } from "./judged-tally.ts";

/** One law rule's totals in a slice of a run. */
export interface LawSum {
  readonly rule: string;
  /** Null where nobody told the tally how severe its rules are. */
  readonly severity: RuleSeverity | null;
  readonly persons: number;
  /** Null for a month: inconclusive persons are counted over the whole run only. */
  readonly inconclusive: number | null;
}

/** What a measure reads: the totals of a slice of a run (all of it, all but one group of customers, one month). */
export interface Sums {
  /** Persons in the slice. */
  readonly customers: number;
  /** How much of the run the slice is, by persons: 1 for all of it. Counts are divided by it. */
  readonly runs: number;
  of(counter: CounterName): number;
  readonly laws: readonly LawSum[];
}

/** The whole of a run. */
export function sumsOf(tally: Tally): Sums {
  return {
    customers: tally.customers,
    runs: 1,
    of: (counter) => tally.total(counter),
    laws: lawSums(tally, (finding) => finding.persons),
  };
}

/** All customers but those of one jackknife group. */
export function sumsWithout(tally: Tally, group: number): Sums {
  const customers = tally.customers - tally.customersInGroup(group);
  return {
    customers,
    runs: customers / tally.customers,
    of: (counter) => tally.total(counter) - tally.group(counter, group),
    laws: lawSums(tally, (finding) => finding.persons - (finding.personsByGroup[group] ?? 0)),
  };
}

/** One month: flows of the month, stocks at its end. */
export function sumsAt(tally: Tally, month: number): Sums {
  return {
    customers: tally.customers,
    runs: 1,
    of: (counter) => tally.at(counter, month),
    laws: lawSums(tally, (finding) => finding.personsByMonth[month] ?? 0, false),
  };
}

/** The groups that hold anybody: a small run leaves some empty, and an empty group says nothing. */
export function groupsInUse(tally: Tally): readonly number[] {
  return Array.from({ length: jackknifeGroups }, (_, group) => group).filter(
    (group) => tally.customersInGroup(group) > 0,
  );
}

function lawSums(
  tally: Tally,
  persons: (finding: Tally["laws"][number]) => number,
  inconclusiveCounted = true,
): readonly LawSum[] {
  return tally.laws.map((finding) => ({
    rule: finding.rule,
    severity: severityOf(finding),
    persons: persons(finding),
    inconclusive: inconclusiveCounted ? finding.inconclusivePersons : null,
  }));
}
