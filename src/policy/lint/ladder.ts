import type { FactDefinition, FactName } from "../../facts/index.ts";
import type { Combiner, ParamValue } from "../policy.ts";
import { canonical } from "./conjuncts.ts";
import { groundOf } from "./races.ts";
import { factIn } from "./reads.ts";
import { intersect } from "./spans.ts";
import type { PlacedRule, Subject } from "./subject.ts";
import { boundsOf, truthOf, type Truth } from "./truth.ts";

/** Facts on which customers are ranked; whether more of it is better. */
export const rankedFacts: ReadonlyMap<FactName, "more" | "less"> = new Map([
  ...["bureau.score", "score.points", "score.thirdPartyPoints", "customer.incomeMonthlyFen", "payment.onTimeShareBps", "account.onTimeShare6m", "payment.bankInflowMonthlyFen"].map((name) => [name, "more"] as const),
  ...[
    "bureau.debtToIncomeBps", "bureau.maxDaysPastDue24m", "bureau.queries6m", "bureau.utilisationBps", "bureau.openLoans", "bureau.debtFen", "device.riskPoints",
    "account.daysPastDue", "account.maxDaysPastDue12m", "account.missedPayments6m", "account.overdueFen", "payment.failedLast6m", "payment.bankOverdrafts6m",
  ].map((name) => [name, "less"] as const),
]);

/** A rung: the values of the ranked fact for which one rule decides; none where no rule does. */
export interface Rung {
  readonly low: number;
  readonly high: number;
  readonly by?: PlacedRule;
}

/** Rules that differ in one ranked fact only, as rungs from the worst customers to the best. */
export interface Ladder {
  readonly fact: FactDefinition;
  readonly rungs: readonly Rung[];
}

/** The ladders that rules of one kind form, `combine` saying which of several that match decides. */
export function laddersOf(subject: Subject, rules: readonly PlacedRule[], combine: Combiner): readonly Ladder[] {
  const groups = new Map<string, { readonly fact: FactDefinition; readonly steps: { readonly placed: PlacedRule; readonly truth: Truth }[] }>();
  for (const placed of rules) {
    const ground = groundOf(subject, placed);
    const ranked = [...boundsOf(placed.needs, ground).values()].filter(({ fact }) => rankedFacts.has(fact.name));
    const [truth] = ranked;
    if (truth === undefined || ranked.length !== 1) continue;
    const others = placed.needs.filter(({ node }) => truthOf(node, ground)?.fact.name !== truth.fact.name);
    const key = `${truth.fact.name} ${others.map(({ node }) => canonical(node)).toSorted().join()}`;
    const group = groups.get(key) ?? { fact: truth.fact, steps: [] };
    group.steps.push({ placed, truth });
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ steps }) => steps.length > 1).map(({ fact, steps }) => ({ fact, rungs: rungsOf(steps, combine, rankedFacts.get(fact.name) === "less", subject) }));
}

function rungsOf(steps: readonly { readonly placed: PlacedRule; readonly truth: Truth }[], combine: Combiner, less: boolean, subject: Subject): readonly Rung[] {
  const cuts = new Set<number>();
  for (const { truth } of steps) for (const [low, high] of [...truth.domain, ...truth.holds]) cuts.add(low).add(high + 1);
  const sorted = [...cuts].toSorted((a, b) => a - b);
  const rungs = sorted.slice(0, -1).map((low, index): Rung => {
    const high = (sorted[index + 1] ?? low + 1) - 1;
    const matching = steps.filter(({ truth }) => intersect(truth.holds, [[low, high]]).length > 0).map(({ placed }) => placed);
    const by = decider(matching, combine, subject);
    return { low, high, ...(by === undefined ? {} : { by }) };
  });
  return less ? rungs.toReversed() : rungs;
}

function decider(matching: readonly PlacedRule[], combine: Combiner, subject: Subject): PlacedRule | undefined {
  const amount = (placed: PlacedRule): number => amountOf(placed.rule.event.params?.["limitFen"], subject)?.value ?? 0;
  if (combine === "min" || combine === "max") return matching.toSorted((a, b) => (combine === "min" ? amount(a) - amount(b) : amount(b) - amount(a)))[0];
  return matching.toSorted((a, b) => b.rule.priority - a.rule.priority)[0];
}

/** An amount that can be compared with another of the same base: a number, or a fact times a number. */
export interface Amount {
  readonly base: FactName;
  readonly value: number;
}

/** What a param comes to; undefined where it follows from several facts. */
export function amountOf(param: ParamValue | undefined, { constants, policy }: Pick<Subject, "constants" | "policy">): Amount | undefined {
  if (typeof param === "number") return { base: "", value: param };
  const [name] = factIn(param);
  if (name === undefined) return undefined;
  const constant = constants.get(name);
  if (constant !== undefined) return { base: "", value: constant };
  const derivation = policy.derived.find((one) => one.name === name)?.derivation;
  if (derivation === undefined) return { base: name, value: 1 };
  if (!("times" in derivation)) return undefined;
  const [fact, factor] = [derivation.times.find((one) => typeof one === "string"), derivation.times.find((one) => typeof one === "number")];
  return fact === undefined || factor === undefined ? undefined : { base: String(fact), value: Number(factor) };
}
