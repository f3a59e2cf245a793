import type { ReadTable } from "./published-tables.ts";

/** Groups of the TransRisk tables, in the order of their columns. */
export const riskGroups = ["white", "black", "hispanic", "asian"] as const;
export type RiskGroup = (typeof riskGroups)[number];

/** Persons of one group by score, those who paid and those who did not. */
export interface RiskCounts {
  readonly persons: number;
  readonly good: readonly number[];
  readonly bad: readonly number[];
}

/** Scores and defaults of 174,047 persons (Federal Reserve 2007, the tables of Hardt and others 2016). */
export interface RiskTables {
  /** Rising percentiles of the score. */
  readonly scores: readonly number[];
  readonly groups: Readonly<Record<RiskGroup, RiskCounts>>;
}

/** The tables, where they are at hand. */
export function readRiskTables(read: ReadTable): RiskTables | undefined {
  const [cdf, performance, totals] = ["transrisk_cdf_by_race_ssa.csv", "transrisk_performance_by_race_ssa.csv", "transrisk_totals.csv"].map(read);
  if (cdf === undefined || performance === undefined || totals === undefined) return undefined;
  const of = (name: RiskGroup): RiskCounts => groupOf({ cdf, performance, totals }, riskGroups.indexOf(name) + 1);
  return { scores: cdf.slice(1).map((row) => Number(row[0])), groups: { white: of("white"), black: of("black"), hispanic: of("hispanic"), asian: of("asian") } };
}

interface Files {
  readonly cdf: readonly (readonly string[])[];
  readonly performance: readonly (readonly string[])[];
  readonly totals: readonly (readonly string[])[];
}

function groupOf({ cdf, performance, totals }: Files, column: number): RiskCounts {
  const persons = Number(totals[1]?.[column] ?? 0);
  const below = cdf.slice(1).map((row) => Number(row[column]) / 100);
  const here = below.map((share, at) => (share - (below[at - 1] ?? 0)) * persons);
  const unpaid = performance.slice(1).map((row) => Number(row[column]) / 100);
  return { persons, good: here.map((count, at) => count * (1 - (unpaid[at] ?? 0))), bad: here.map((count, at) => count * (unpaid[at] ?? 0)) };
}
