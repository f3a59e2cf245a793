import { bearersOf, bandBooks, poolReports, scoreBands, type BearerBook, type PoolFlow, type SettlementTotals, type Tally, type BandBook } from "../statistics/index.ts";
import type { ArrangementTotals, Distribution, PolicyReport } from "./report.ts";

/** Distributions by name; over replications, mean counts. */
export function averageDistributions(tallies: readonly Tally[]): PolicyReport["distributions"] {
  const names = Object.keys(tallies[0]?.histograms ?? {});
  return Object.fromEntries(
    names.map((name): [string, Distribution] => {
      const all = tallies.flatMap((tally) => tally.histograms[name] ?? []);
      const edges = all[0]?.edges ?? [];
      const counts = (all[0]?.counts ?? []).map((_, bin) => mean(all.map(({ counts: own }) => own[bin] ?? 0)));
      return [name, { edges: [...edges], counts }];
    }),
  );
}

/** How often each rule of each decision fired; over replications, mean counts. */
export function averageRules(tallies: readonly Tally[]): PolicyReport["rulesFired"] {
  return Object.fromEntries(
    Object.entries(tallies[0]?.rulesFired ?? {}).map(([decision, rules]) => [
      decision,
      rules.map(({ rule }, index) => ({ rule, times: mean(tallies.map((tally) => tally.rulesFired[decision]?.[index]?.times ?? 0)) })),
    ]),
  );
}

/** Money by arrangement, what was bought back out of it included; over replications, means. */
export function averageArrangements(tallies: readonly Tally[]): PolicyReport["arrangements"] {
  const pools = tallies[0]?.pools ?? [];
  return Object.fromEntries(
    pools.filter(({ definition }) => definition.kind === "arrangement").map(({ definition: { arrangement } }): [string, ArrangementTotals] => {
      const of = (...flows: readonly PoolFlow[]): number => mean(tallies.map((tally) => totalOf(tally, arrangement, flows)));
      const lossFen = of("lostPrincipalFen", "lostFeeFen") - of("recoveredFen");
      return [arrangement, { originatedFen: of("originatedFen"), lossFen, revenueFen: of("instalmentFeeFen", "lateFeeFen"), guaranteeFeeFen: of("guaranteeFeeFen") }];
    }),
  );
}

function totalOf(tally: Tally, arrangement: string, flows: readonly PoolFlow[]): number {
  let sum = 0;
  for (const pool of tally.pools) {
    if (pool.definition.arrangement !== arrangement) continue;
    for (const flow of flows) for (let month = 0; month < tally.months; month++) sum += pool.at(flow, month);
  }
  return sum;
}

/** What each bearer earned, lost and is owed; over replications, means. */
export function averageBearers(tallies: readonly Tally[]): PolicyReport["bearers"] {
  const books = tallies.map(bearersOf);
  return (books[0] ?? []).map((first, index) => {
    const of = (figure: (book: BearerBook) => number): number => mean(books.map((list) => figure(list[index] ?? first)));
    return {
      bearer: first.bearer,
      role: first.role,
      originatedFen: of((book) => book.originatedFen),
      revenueFen: of((book) => book.revenueFen),
      guaranteeFeeFen: of((book) => book.guaranteeFeeFen),
      fundingCostFen: of((book) => book.fundingCostFen),
      lossFen: of((book) => book.lossFen),
      ownCostFen: of((book) => book.ownCostFen),
      boughtBackFen: of((book) => book.boughtBackFen),
      marginFen: of((book) => book.marginFen),
      cashFen: of((book) => book.cashFen),
      receivableFen: of((book) => book.receivableFen),
    };
  });
}

/** Debts settled on closing by channel; over replications, means. */
export function averageSettlements(tallies: readonly Tally[]): Readonly<Record<string, SettlementTotals>> {
  return Object.fromEntries(
    Object.keys(tallies[0]?.settlements ?? {}).map((name): [string, SettlementTotals] => {
      const all = tallies.flatMap((tally) => tally.settlements[name] ?? []);
      const of = (figure: keyof SettlementTotals): number => mean(all.map((totals) => totals[figure]));
      return [name, { settlements: of("settlements"), settledFen: of("settledFen"), feeFen: of("feeFen"), late: of("late"), failed: of("failed"), short: of("short") }];
    }),
  );
}

/** Score bands; over replications, means of those in which the band held anybody. */
export function averageBands(tallies: readonly Tally[]): PolicyReport["bands"] {
  const runs = tallies.map(bandBooks);
  const bands = [...new Set(runs.flatMap((books) => books.map(({ band }) => band)))];
  return scoreBands.filter((band) => bands.includes(band)).flatMap((band) => {
    const books = runs.flatMap((each) => each.filter((book) => book.band === band));
    const of = (figure: (book: BandBook) => number): number => mean(books.map(figure));
    const known = (figure: (book: BandBook) => number | null): number | null => {
      const values = books.map(figure).filter((value) => value !== null);
      return values.length === 0 ? null : mean(values);
    };
    return [
      {
        band, holders: of((book) => book.holders), revenueFen: of((book) => book.revenueFen), costFen: of((book) => book.costFen), lossFen: of((book) => book.lossFen),
        marginFen: of((book) => book.marginFen), exposureFen: of((book) => book.exposureFen), defaultRate: known((book) => book.defaultRate),
        capitalFen: of((book) => book.capitalFen), raroc: known((book) => book.raroc), subsidyFen: of((book) => book.subsidyFen),
      },
    ];
  });
}

/** Pools of debts; over replications, means of what is known. */
export function averagePools(tallies: readonly Tally[]): PolicyReport["pools"] {
  const runs = tallies.map(poolReports);
  const known = (values: readonly (number | null)[]): number | null => {
    const numbers = values.filter((value) => value !== null);
    return numbers.length === 0 ? null : mean(numbers);
  };
  return (runs[0] ?? []).map((first, index) => {
    const all = runs.map((run) => run[index] ?? first);
    return {
      name: first.name, kind: first.kind, lentFen: mean(all.map((pool) => pool.lentFen)), owedFen: mean(all.map((pool) => pool.owedFen)),
      lossFen: mean(all.map((pool) => pool.lossFen)), staticRate: known(all.map((pool) => pool.staticRate)), dynamicRate: known(all.map((pool) => pool.dynamicRate)),
    };
  });
}

/** Loss per customer of each economy in order, where there are several; null for one. By the nearest rank. */
export function lossOverEconomies(tallies: readonly Tally[]): PolicyReport["lossOverEconomies"] {
  if (tallies.length < 2) return null;
  const losses = tallies
    .map((tally) => (tally.total("chargedOffFen") + tally.total("fraudLossFen") - tally.total("recoveredFen")) / Math.max(1, tally.customers))
    .toSorted((a, b) => a - b);
  const at = (share: number): number => losses[Math.max(0, Math.ceil(share * losses.length) - 1)] ?? 0;
  return { runs: losses.length, medianFen: at(0.5), nineTenthsFen: at(0.9), worstFen: at(1) };
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((total, number) => total + number, 0) / numbers.length;
