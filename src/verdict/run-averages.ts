import type { Tally } from "../statistics/index.ts";
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

/** Money by arrangement; over replications, means. */
export function averageArrangements(tallies: readonly Tally[]): PolicyReport["arrangements"] {
  return Object.fromEntries(
    Object.keys(tallies[0]?.arrangements ?? {}).map((name): [string, ArrangementTotals] => {
      const all = tallies.flatMap((tally) => tally.arrangements[name] ?? []);
      return [
        name,
        {
          originatedFen: mean(all.map(({ originatedFen }) => originatedFen)),
          lossFen: mean(all.map(({ lossFen }) => lossFen)),
          revenueFen: mean(all.map(({ revenueFen }) => revenueFen)),
          guaranteeFeeFen: mean(all.map(({ guaranteeFeeFen }) => guaranteeFeeFen)),
        },
      ];
    }),
  );
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((total, number) => total + number, 0) / numbers.length;
