// Whole decisions agree with json-rules-engine's events, and missing facts leave open exactly what they could change.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodeFact, layoutFacts } from "../../src/facts/index.ts";
import * as policy from "../../src/policy/index.ts";
import { checkDecision, type DecisionStatistics } from "./decision-agreement.ts";
import { derivedFacts, largeDecision, plainRow, policyWith, randomDecision } from "./random-policies.ts";

const long = process.env["POLICY_BENCH_LONG"] === "1";
const seed = Number(process.env["POLICY_BENCH_SEED"] ?? (long ? Date.now() % 2 ** 31 : 20261122));

test.each(policy.decisionNames)("%s: outcome, params and reasons follow from the events that fire", { timeout: 3_600_000 }, async (decision) => {
  const seen: DecisionStatistics = { rows: 0, undecided: 0, decidedInSpiteOfMissing: 0, grants: 0 };
  const property = fc.asyncProperty(randomDecision(decision), (given) => checkDecision(policy, given, seen));
  await fc.assert(property, { seed, numRuns: long ? 10_000 : 400 });
  process.stdout.write(`${decision}: seed ${seed}, ${seen.rows} rows, ${seen.undecided} undecided, ${seen.decidedInSpiteOfMissing} decided although facts are missing\n`);
  expect(seen.undecided).toBeGreaterThan(seen.rows / 20);
  expect(seen.decidedInSpiteOfMissing).toBeGreaterThan(seen.rows / 10);
});

test.each(policy.decisionNames)("%s: files of a hundred rules are decided like small ones", { timeout: 3_600_000 }, async (decision) => {
  const seen: DecisionStatistics = { rows: 0, undecided: 0, decidedInSpiteOfMissing: 0, grants: 0 };
  const property = fc.asyncProperty(largeDecision(decision), (given) => checkDecision(policy, given, seen));
  await fc.assert(property, { seed, numRuns: long ? 500 : 20 });
  expect(seen.rows).toBeGreaterThan(20);
});

test("derived facts are the same numbers in the code and for json-rules-engine", () => {
  const values = fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.constant(0));
  const property = fc.property(derivedFacts, values, plainRow, (derived, parameters, facts) => {
    for (const { name } of derived) {
      const made = policyWith([fileWith(name)], derived, parameters);
      const plain = policy.deriveFacts(made, facts)[name];
      expect(amountOf(made, facts), name).toBe(typeof plain === "number" ? plain + 0 : undefined);
    }
  });
  fc.assert(property, { seed, numRuns: long ? 20_000 : 500 });
});

/** A file whose one tier is the fact. */
function fileWith(fact: string): policy.RuleFile {
  const event = { type: "tier", params: { limitFen: { fact } } };
  const rule = { name: "R", title: { en: "", zh: "" }, serves: [], priority: 1, conditions: { all: [] }, event };
  return { decision: "limit", combine: {}, exclusive: [], otherwise: {}, onMissing: { type: "no-line" }, conditions: {}, rules: [rule], examples: [], file: "limit.json" };
}

function amountOf(made: policy.Policy, facts: Readonly<Record<string, policy.Constant | null>>): number | undefined {
  const layout = layoutFacts(made.dictionary);
  const compiled = policy.compileDecision({ policy: made, decision: "limit", moment: "booking", layout, known: new Map() });
  const outcome = compiled.newOutcome();
  compiled.decide(Float64Array.from(layout.dictionary.facts.values(), (fact) => encodeFact(fact, facts[fact.name] ?? null)), outcome);
  const { limitFen } = policy.readOutcome(compiled, outcome).params;
  return typeof limitFen === "number" ? limitFen + 0 : undefined;
}
