import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { layoutFacts } from "../../../src/facts/index.ts";
import { caseRow, compileDecision, decisionNames, knownFacts, measureEffect, moments, policyChanges, readOutcome } from "../../../src/policy/index.ts";
import type { Condition, DecisionName, EffectCase, Moment, MomentEffect, Policy, Rule, RuleFile } from "../../../src/policy/index.ts";
import { readProfile, synthesise } from "../../../src/population/index.ts";
import { dictionary, root } from "../fixtures.ts";
import { readWhole } from "../../rules/read-policies.ts";

const base = readWhole("consent-first");
const other = readWhole("invited");

function withFile(policy: Policy, decision: DecisionName, change: (file: RuleFile) => RuleFile): Policy {
  return { ...policy, decisions: { ...policy.decisions, [decision]: change(policy.decisions[decision]) } };
}

function withRule(name: string, change: (rule: Rule) => Rule): Policy {
  const decision = decisionNames.find((one) => base.decisions[one].rules.some((rule) => rule.name === name));
  if (decision === undefined) throw new Error(`no rule ${name}`);
  return withFile(base, decision, (file) => ({ ...file, rules: file.rules.map((rule) => (rule.name === name ? change(rule) : rule)) }));
}

function told(after: Policy): readonly string[] {
  return policyChanges(base, after).map(({ part, name, text }) => `${part} ${name}: ${text.en}`);
}

function mapLeaves(condition: Condition, change: (leaf: Extract<Condition, { fact: string }>) => Condition): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => mapLeaves(part, change)) };
  if ("any" in condition) return { any: condition.any.map((part) => mapLeaves(part, change)) };
  return "fact" in condition ? change(condition) : condition;
}

test("a policy does not differ from itself, nor by the order of its keys and rules", () => {
  expect(policyChanges(base, base)).toEqual([]);
  expect(policyChanges(base, withFile(base, "limit", (file) => ({ ...file, rules: file.rules.toReversed() })))).toEqual([]);
});

test("thresholds, operators, outcomes, priorities and parameters are told in plain words", () => {
  const minor = (change: (leaf: Extract<Condition, { fact: string }>) => Condition): Policy =>
    withRule("ENR-10", (rule) => ({ ...rule, conditions: mapLeaves(rule.conditions, (leaf) => (leaf.fact === "customer.age" ? change(leaf) : leaf)) }));
  expect(told(minor((leaf) => ({ ...leaf, value: 20 })))).toEqual(["enrolment ENR-10: age < 18 → < 20"]);
  expect(told(minor((leaf) => ({ ...leaf, operator: "lessThanInclusive" })))).toEqual(["enrolment ENR-10: age < 18 → ≤ 18"]);
  expect(told(minor((leaf) => ({ not: leaf })))).toEqual(["enrolment ENR-10: no longer: age < 18", "enrolment ENR-10: new: not (age < 18)"]);
  expect(told(withRule("ENR-10", (rule) => ({ ...rule, priority: 7 })))).toEqual(["enrolment ENR-10: priority 120 → 7"]);
  expect(told(withRule("ENR-10", (rule) => ({ ...rule, event: { type: "enrol" } })))).toEqual(["enrolment ENR-10: outcome: `decline` (reason minor) → `enrol`"]);
  expect(told(withRule("PRC-11", (rule) => ({ ...rule, event: { ...rule.event, params: { ...rule.event.params, reason: "minor" } } })))[0]).toMatch(/^pricing PRC-11: reason: .+ → minor$/u);
  const parameters = base.parameters.map((one) => (one.name === "maxLimitFen" ? { ...one, value: 2_500_000 } : one));
  expect(told({ ...base, parameters })).toEqual(["parameters maxLimitFen: ¥30,000 → ¥25,000"]);
});

test("rules that came, went or were renamed are told apart", () => {
  const rules = base.decisions.limit.rules;
  expect(told(withFile(base, "limit", (file) => ({ ...file, rules: rules.slice(1) })))[0]).toMatch(/^limit LIM-05: removed: .+ → `tier` \(limitFen credit limit\), priority 110$/u);
  expect(policyChanges(withFile(base, "limit", (file) => ({ ...file, rules: rules.slice(1) })), base).map(({ kind, name }) => `${kind} ${name}`)).toEqual(["added LIM-05"]);
  expect(told(withRule("LIM-05", (rule) => ({ ...rule, name: "LIM-04" })))).toEqual(["limit LIM-05: now called LIM-04"]);
});

test("procedures, named conditions and what holds where no rule decides are compared as well", () => {
  const procedures = { ...base.procedures, complaints: { ...base.procedures.complaints, daysToResolve: 99 } };
  expect(told({ ...base, procedures })).toEqual([`procedures complaints.daysToResolve: ${base.procedures.complaints.daysToResolve} → 99`]);
  const named = withFile(base, "limit", (file) => ({ ...file, conditions: { "bureau-may-be-read": { all: [] } } }));
  expect(told(named).every((text) => text.startsWith("limit bureau-may-be-read: no longer: "))).toBe(true);
  expect(told(withFile(base, "limit", (file) => ({ ...file, otherwise: { ...file.otherwise, booking: { type: "no-action" } } })))).toEqual([
    "limit otherwise.booking: `no-line` (reason no-tier) → `no-action`",
  ]);
});

test("changed words are wording, in both languages", () => {
  const changes = policyChanges(base, withRule("ENR-10", (rule) => ({ ...rule, title: { en: "child", zh: "儿童" } })));
  expect(changes.map(({ kind }) => kind)).toEqual(["wording", "wording"]);
  for (const { text, kind } of policyChanges(base, other)) if (kind !== "wording") expect(text.zh).not.toMatch(/removed|no longer|priority /u);
});

const profile = readProfile({ file: "urban", text: readFileSync(join(root, "scenarios/profiles/urban-shoppers.json"), "utf8") }).profile;
if (profile === undefined) throw new Error("the profile is read");
const population = synthesise({ profile, seed: "diff", replication: 0, customers: 150, dictionary });

/** Every customer with a written authorisation, as a row for each policy. */
function cases(policies: readonly [Policy, Policy], moment: Moment): readonly EffectCase[] {
  const { observed, count } = population.block(0, population.size);
  return Array.from({ length: count }, (_, customer) => ({
    customer,
    situation: 0,
    rows: policies.map((policy) => {
      const layout = layoutFacts(policy.dictionary);
      const row = caseRow({ moment, facts: { "consent.bureau.kind": "written", "account.status": "none" } }, layout);
      for (const [name, column] of observed) row[layout.slot(name)] = column[customer] ?? NaN;
      return row;
    }),
  }));
}

function effects(policies: readonly [Policy, Policy]): readonly MomentEffect[] {
  return decisionNames.flatMap((decision) => moments[decision].map((moment) => measureEffect({ policies, decision, moment, cases: cases(policies, moment) })));
}

test("a policy against itself decides nobody differently, whatever the order of its rules", () => {
  const turned = withFile(base, "limit", (file) => ({ ...file, rules: file.rules.toReversed() }));
  for (const effect of [...effects([base, base]), ...effects([base, turned])]) expect(effect).toMatchObject({ differing: 0, differingCases: 0, otherRules: 0, moves: [], amounts: [], shown: [] });
});

test("who is decided differently is who gets another outcome in words", () => {
  const policies = [base, other] as const;
  for (const effect of effects(policies)) {
    const { decision, moment } = effect;
    const sides = policies.map((policy) => compileDecision({ policy, decision, moment, layout: layoutFacts(policy.dictionary), known: knownFacts(policy) }));
    const differing = cases(policies, moment).filter(({ rows }) => {
      const [a, b] = sides.map((code, side) => {
        const outcome = code.newOutcome();
        code.decide(rows[side] ?? new Float64Array(0), outcome);
        const { types, params, undecided, conflict } = readOutcome(code, outcome);
        const sorted = Object.entries(params).toSorted(([x], [y]) => (x < y ? -1 : 1));
        return JSON.stringify([types.toSorted(), sorted, undecided, conflict]);
      });
      return a !== b;
    });
    expect(effect.differing, `${decision} ${moment}`).toBe(differing.length);
    expect(effect.moves.reduce((sum, { cases: count }) => sum + count, 0)).toBe(effect.differingCases);
  }
});

test("turned round, swap-in is swap-out, and a raised limit a lowered one", () => {
  const there = effects([base, other]);
  const back = effects([other, base]);
  expect(there.some(({ swapIn }) => swapIn !== undefined && swapIn > 0)).toBe(true);
  there.forEach((effect, index) => {
    expect([effect.differing, effect.swapIn, effect.swapOut]).toEqual([back[index]?.differing, back[index]?.swapOut, back[index]?.swapIn]);
    for (const { param, raised, lowered, unchanged } of effect.amounts) expect(back[index]?.amounts).toContainEqual(expect.objectContaining({ param, raised: lowered, lowered: raised, unchanged }));
  });
});

test("a cap of the limit lowers whom it binds, by what it cuts off", () => {
  const parameters = base.parameters.map((one) => (one.name === "maxLimitFen" ? { ...one, value: 500_000 } : one));
  const [effect] = [measureEffect({ policies: [base, { ...base, parameters }], decision: "limit", moment: "booking", cases: cases([base, { ...base, parameters }], "booking") })];
  const [amount] = effect?.amounts ?? [];
  expect(amount).toMatchObject({ param: "limitFen", raised: 0 });
  expect(amount?.lowered).toBe(effect?.differing);
  expect(effect?.shown.length).toBe(3);
  for (const { before, after } of effect?.shown ?? []) {
    expect(after.params["limitFen"]).toBe(500_000);
    expect(Number(before.params["limitFen"])).toBeGreaterThan(500_000);
    expect(after.because).toContain("LIM-90");
  }
});
