import { wilson } from "../../base/index.ts";
import type { Policy, ReadOutcome } from "../../policy/index.ts";
import { comparePolicies, computedPrices, leanOf, makeDecider, type DecidedDifferently, type ProvedDifference } from "../../proof/index.ts";
import type { ToldDifference } from "../../view/index.ts";
import { meetCustomers, type Customers } from "../population-cases.ts";
import { agrees } from "../replay-proof.ts";

/** Two policies compared for every possible applicant; examples are put to json-rules-engine, and customers are counted. */
export async function proveDifference(before: Policy, after: Policy, customers: Customers): Promise<readonly ToldDifference[]> {
  const told: ToldDifference[] = [];
  for (const found of comparePolicies(before, after)) {
    const cases: ToldDifference["cases"][number][] = [];
    for (const one of found.cases) {
      await agrees(before, [found], one.departures, [one.before]);
      await agrees(after, [found], one.departures, [one.after]);
      const share = shareOf([before, after], found, one, customers);
      cases.push({ ...one, ...(share === undefined ? {} : { share }) });
    }
    told.push({ ...found, cases });
  }
  return told;
}

/** How many customers are decided differently in this way, all that the population does not know being as in the example. */
function shareOf([before, after]: readonly [Policy, Policy], { decision, moment }: ProvedDifference, { lean, departures }: DecidedDifferently, customers: Customers): ToldDifference["cases"][number]["share"] {
  const [was, is] = [makeDecider(before, decision, moment), makeDecider(after, decision, moment)];
  const own = new Set(customers.population.facts);
  const facts = Object.fromEntries(Object.entries(departures).filter(([name]) => !own.has(name)));
  const allIn = (policy: Policy, outcome: ReadOutcome): number | undefined => computedPrices(policy, (param) => outcome.params[param]).allInBps;
  let count = 0;
  for (const { rows } of meetCustomers(customers, { policies: [before, after], moment, situations: [{ facts }] })) {
    const [one, two] = rows;
    if (one === undefined || two === undefined) continue;
    const [a, b] = [was.decide(one), is.decide(two)];
    if (leanOf(decision, a, b, (outcome) => allIn(outcome === a ? before : after, outcome)) === lean) count += 1;
  }
  const bounds = wilson(count, customers.population.size);
  return bounds === null ? undefined : { count, of: customers.population.size, low: bounds.low, high: bounds.high };
}
