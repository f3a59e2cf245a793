// The nearest change that would have led elsewhere, against everything that can be tried with one fact or two.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decodeFact, encodeFact, layoutFacts, type FactDefinition } from "../../src/facts/index.ts";
import { caseRow, compileDecision, knownFacts, moments, readPolicy, type Constant, type DecisionName, type Moment, type Policy } from "../../src/policy/index.ts";
import { makeDecider, nearestChange } from "../../src/proof/index.ts";
import { readProfile, synthesise } from "../../src/population/index.ts";
import { dictionary, reasonsOf, root, textsOf } from "../policy/fixtures.ts";

function policyNamed(name: string): Policy {
  const { policy } = readPolicy({ files: textsOf(join(root, "rules", "policies", name)), dictionary, reasons: reasonsOf(join(root, "rules", "reasons.json")) });
  if (policy === undefined) throw new Error(name);
  return policy;
}

const profile = readProfile({ file: "p", text: readFileSync(join(root, "scenarios/profiles/urban-shoppers.json"), "utf8") }).profile;

/** The facts of some customers, as departures from the typical one. */
function* customers(count: number): Generator<Record<string, Constant | null>> {
  if (profile === undefined) throw new Error("no profile");
  const population = synthesise({ profile, seed: "nearest", replication: 0, customers: count, dictionary });
  const block = population.block(0, count);
  for (let index = 0; index < count; index += 1) {
    yield Object.fromEntries([...block.observed].flatMap(([name, column]) => {
      const definition = dictionary.facts.get(name);
      return definition === undefined ? [] : [[name, decodeFact(definition, column[index] ?? NaN)]];
    }));
  }
}

/** Values worth trying: every number that a rule or parameter names, and its neighbours; every word; missing. */
function candidates(policy: Policy, fact: FactDefinition): readonly number[] {
  if (fact.type === "boolean") return [0, 1];
  if (fact.type === "enum") return fact.values.map((_, index) => index);
  const text = JSON.stringify([policy.decisions, policy.parameters.map(({ value }) => value)]);
  const named = [...new Set(text.match(/-?\d+(?:\.\d+)?/gu) ?? [])].map(Number).filter((value) => value >= fact.min && value <= fact.max);
  const step = fact.type === "integer" ? 1 : 10 ** -fact.decimals;
  const near = named.flatMap((value) => [value - step, value, value + step]);
  return [...new Set([fact.min, fact.max, ...near].filter((value) => value >= fact.min && value <= fact.max)), ...(fact.nullable ? [NaN] : [])];
}

function stepOf(fact: FactDefinition, from: number, to: number): number {
  const { low, high, scale } = fact.type === "boolean" ? { low: 0, high: 1, scale: 1 } : fact.type === "enum" ? { low: 0, high: fact.values.length - 1, scale: 1 } : { low: fact.min, high: fact.max, scale: 10 ** fact.decimals };
  const at = (value: number): number => (Number.isNaN(value) ? low * scale - 1 : value * scale);
  return Math.abs(at(to) - at(from)) / (1 + (high - low) * scale);
}

test.each([["consent-first", "enrolment", "application"], ["silent-auto-enrolment", "enrolment", "checkout"], ["invited", "limit", "booking"]] as const)("%s %s at %s: no change of one or two facts leads elsewhere by less", (name, decision: DecisionName, moment: Moment) => {
  const policy = policyNamed(name);
  expect((moments[decision] as readonly Moment[]).includes(moment)).toBe(true);
  const layout = layoutFacts(policy.dictionary);
  const decider = makeDecider(policy, decision, moment);
  const { reads } = compileDecision({ policy, decision, moment, layout, known: knownFacts(policy) });
  const own = [...policy.dictionary.facts.values()].filter((fact) => !/^(?:param|derived|request)\./u.test(fact.name) && (reads.includes(fact.name) || policy.derived.some((one) => JSON.stringify(one.derivation).includes(`"${fact.name}"`))));
  let compared = 0;
  for (const facts of customers(12)) {
    const row = caseRow({ moment, facts: { ...facts, "account.status": "none" } }, layout);
    const now = decider.decide(row).type;
    const answer = nearestChange({ policy, decision, moment, facts: { ...facts, "account.status": "none" }, unless: { all: [{ fact: `outcome.${decision}.type`, operator: "equal", value: now }] } });
    if (answer.kind !== "found") continue;
    const cost = (changes: readonly (readonly [FactDefinition, number])[]): number => changes.reduce((sum, [fact, to]) => sum + (Number.isNaN(to) ? 40 : 10 + stepOf(fact, row[layout.slot(fact.name)] ?? NaN, to)), 0);
    const changes = Object.entries(answer.changes).map(([fact, value]) => {
      const definition = policy.dictionary.facts.get(fact);
      if (definition === undefined) throw new Error(fact);
      return [definition, encodeFact(definition, value)] as const;
    });
    const decidedWith = (list: readonly (readonly [FactDefinition, number])[]): string => {
      const other = Float64Array.from(row);
      for (const [fact, to] of list) other[layout.slot(fact.name)] = to;
      return decider.decide(other).type;
    };
    expect(decidedWith(changes)).toBe(answer.outcome.type);
    expect(answer.outcome.type).not.toBe(now);
    const singles = own.flatMap((fact) => candidates(policy, fact).filter((to) => !Object.is(to, row[layout.slot(fact.name)])).map((to) => [fact, to] as const));
    const best = (tried: readonly (readonly (readonly [FactDefinition, number])[])[]): number => Math.min(Infinity, ...tried.filter((list) => decidedWith(list) !== now).map(cost));
    const byOne = best(singles.map((one) => [one]));
    expect(cost(changes)).toBeLessThanOrEqual(byOne + 1e-9);
    // Where one fact does not do, two are tried as well, at the ends of what they may be.
    if (byOne === Infinity) {
      const few = singles.filter((_, index) => index % 5 === 0);
      expect(cost(changes)).toBeLessThanOrEqual(best(few.flatMap((one) => few.flatMap((two) => (one[0] === two[0] ? [] : [[one, two]])))) + 1e-9);
      expect(changes.length).toBeGreaterThan(1);
    }
    compared += 1;
  }
  expect(compared).toBeGreaterThan(3);
});

test("who departs in what is missing is met where she is", () => {
  const policy = policyNamed("consent-first");
  const answer = nearestChange({
    policy, decision: "enrolment", moment: "application",
    facts: { "account.status": "none", "consent.bureau.kind": "written", "bureau.score": null },
    keep: ["bureau.hasFile"],
    unless: { not: { fact: "outcome.enrolment.type", operator: "equal", value: "enrol" } },
  });
  expect(answer.kind).toBe("found");
  if (answer.kind === "found") expect(Object.keys(answer.changes)).toEqual(["bureau.score"]);
});

test("where no change leads there, that is said; what is kept is kept", () => {
  const policy = policyNamed("consent-first");
  const ask = (keep: readonly string[], value: string) => nearestChange({ policy, decision: "enrolment", moment: "application", facts: { "account.status": "none", "customer.age": 17 }, keep, unless: { not: { fact: "outcome.enrolment.type", operator: "equal", value } } });
  expect(ask([], "enrol").kind).toBe("found");
  expect(ask(["customer.age"], "enrol").kind).toBe("none");
});
