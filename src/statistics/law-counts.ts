import type { RuleSeverity } from "./judged-tally.ts";
import type { LawSum, Sums } from "./sums.ts";

/** Rules that at least one act matched; of one severity, or of any. */
export const rulesMatched = (sums: Sums, severity?: RuleSeverity): number =>
  lawsOf(sums, severity).filter(isMatched).length;

/** Distinct pairs of a person and a rule matched; where the rule binds the lender's own month-end, its months. */
export const personRulePairs = (sums: Sums, severity?: RuleSeverity): number =>
  lawsOf(sums, severity).reduce((total, law) => total + law.persons + law.lenderMonths, 0);

/** Persons matched by the rule that matched most. Persons are counted rule by rule: at least so many were touched. */
export const mostPersons = (sums: Sums, severity?: RuleSeverity): number =>
  lawsOf(sums, severity).reduce((most, law) => Math.max(most, law.persons), 0);

/** Rules that nobody matched and that a missing fact left open for somebody. */
export const rulesInconclusive = (sums: Sums): number =>
  sums.laws.filter((law) => !isMatched(law) && (law.inconclusive ?? 0) > 0).length;

const isMatched = ({ persons, lenderMonths }: LawSum): boolean => persons > 0 || lenderMonths > 0;

const lawsOf = (sums: Sums, severity: RuleSeverity | undefined): readonly LawSum[] =>
  severity === undefined ? sums.laws : sums.laws.filter((law) => law.severity === severity);

/** 1 for a run whose acts were put to law rules; 0, and so no data, where there was no pack. */
export const judgedRuns = (sums: Sums): number => (sums.laws.length > 0 ? 1 : 0);

/** 1 where the severity of every rule is known: a rule of unknown severity must not pass as harmless. */
export const runsWithSeverity = (sums: Sums): number =>
  sums.laws.every((law) => law.severity !== null) ? judgedRuns(sums) : 0;

/** 1 where inconclusive persons were counted for the slice: they are not counted by month. */
export const runsWithInconclusive = (sums: Sums): number =>
  sums.laws.every((law) => law.inconclusive !== null) ? judgedRuns(sums) : 0;
