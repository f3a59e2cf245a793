import type { CounterName, Tally } from "../simulation/index.ts";
import { liquidityOf, type LiquidityMonth } from "./liquidity.ts";
import { measureNamed } from "./measures.ts";
import { measureAt } from "./sample.ts";

const seriesCounters: readonly CounterName[] = [
  "booked",
  "activated",
  "openAccounts",
  "openUnaware",
  "openUnasked",
  "accountsWithBalance",
  "current",
  "dpd1to30",
  "dpd31to60",
  "dpd61to90",
  "dpd91plus",
  "balanceFen",
  "salesFen",
  "creditSalesFen",
  "newly30",
  "newly90",
  "chargedOff",
  "chargedOffFen",
  "discovered",
  "complaints",
  "closuresGranted",
  "takeovers",
  "customersActive",
];

const seriesMeasures: readonly string[] = [
  "accounts30PlusShare",
  "accounts90PlusShare",
  "balance30PlusShare",
  "balance90PlusShare",
  "rollRate0to1",
  "utilisation",
  "awareShare",
  "customersStillActive",
  "scoreAuc",
  "scoreGini",
  "scoreKs",
  "scorePsi",
];

/**
 * Month by month, in a fixed order: counters and pairs of persons and law rules matched (mean over replications), and
 * measures (pooled over replications), by name. Null where a month has nothing to divide by.
 */
export function monthlySeries(tallies: readonly Tally[]): Readonly<Record<string, readonly (number | null)[]>> {
  const months = Math.max(0, ...tallies.map((tally) => tally.months));
  const byMonth = (value: (month: number) => number | null): readonly (number | null)[] =>
    Array.from({ length: months }, (_, month) => value(month));
  const counted = seriesCounters.map((counter) => [counter, byMonth((month) => meanAt(tallies, counter, month))] as const);
  const pairs = tallies.every(({ laws }) => laws.length === 0) ? [] : [["violations", byMonth((month) => pairsAt(tallies, month))] as const];
  const measured = seriesMeasures.map((name) => [name, byMonth((month) => quotientAt(tallies, name, month))] as const);
  return Object.fromEntries([...counted, ...pairs, ...measured, ...cash(tallies, months)]);
}

/** The lender's money month by month; what is at hand and how long it lasts only where its beginning is stated. */
function cash(tallies: readonly Tally[], months: number): readonly (readonly [string, readonly (number | null)[]])[] {
  const runs = tallies.map(liquidityOf);
  const series = (of: (month: LiquidityMonth) => number | null): readonly (number | null)[] =>
    Array.from({ length: months }, (_, month) => {
      const values = runs.map((run) => { const at = run[month]; return at === undefined ? null : of(at); });
      const known = values.filter((value) => value !== null);
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    });
  const stated = tallies.some(({ openingCashFen }) => openingCashFen !== null);
  return [
    ["lenderCashInFen", series(({ inFen }) => inFen)],
    ["lenderCashOutFen", series(({ outFen }) => outFen)],
    ...(stated ? ([["lenderCashFen", series(({ cashFen }) => cashFen)], ["daysOfFunding", series(({ daysOfFunding }) => daysOfFunding)]] as const) : []),
  ];
}

function meanAt(tallies: readonly Tally[], counter: CounterName, month: number): number {
  return tallies.reduce((total, tally) => total + tally.at(counter, month), 0) / tallies.length;
}

/** Pairs of a person and a rule matched in the month, mean over replications. */
function pairsAt(tallies: readonly Tally[], month: number): number {
  const pairs = tallies.flatMap(({ laws }) => laws.map(({ personsByMonth }) => personsByMonth[month] ?? 0));
  return pairs.reduce((total, persons) => total + persons, 0) / tallies.length;
}

function quotientAt(tallies: readonly Tally[], name: string, month: number): number | null {
  const measure = measureNamed(name);
  if (measure === undefined) throw new Error(`no measure is called ${name}`);
  const values = tallies.map((tally) => measureAt(measure, tally, month));
  const denominator = values.reduce((total, { denominator: part }) => total + part, 0);
  const numerator = values.reduce((total, { numerator: part }) => total + part, 0);
  return denominator > 0 ? numerator / denominator : null;
}
