import { expect, test } from "vitest";
import { createDraws, streamKey } from "../../../src/base/index.ts";
import { encodeFact, layoutFacts, typicalFacts } from "../../../src/facts/index.ts";
import { applyChange, compareExpectation, compileDecision, decisionNames, deriveFacts, knownFacts, makeMutants, moments, mutantKinds, prepareMutation, readOutcome } from "../../../src/policy/index.ts";
import type { DecisionName, Example, Mutant, Policy, RuleFile } from "../../../src/policy/index.ts";
import { decideOne } from "../../../src/workbench/decide-one.ts";
import { makeEditJudge } from "../../../src/workbench/mutation/edit-judge.ts";
import { askReference } from "../../../src/workbench/reference.ts";
import { readWhole } from "../../rules/read-policies.ts";

const policies = ["consent-first", "invited", "silent-auto-enrolment", "tiered-partners"];

function edited(policy: Policy, mutant: Mutant): Policy {
  const { decision } = mutant;
  return { ...policy, decisions: { ...policy.decisions, [decision]: applyChange(policy.decisions[decision], mutant.change) } };
}

/** What the whole decision gives, compiled afresh. */
function holds(policy: Policy, decision: DecisionName, { moment, facts, expect: expected }: Example): boolean {
  return compareExpectation(expected, decideOne(policy, { decision, moment, facts }).outcome).passed;
}

test.each(policies)("an edit of %s is killed exactly where the whole edited decision fails an example", (name) => {
  const policy = readWhole(name);
  for (const decision of decisionNames) {
    const judge = prepareMutation(policy, decision);
    expect(judge.failing).toEqual([]);
    // Every ninth: compiling each whole decision for every example takes its time.
    for (const mutant of makeMutants(policy, decision).filter((_, index) => index % 9 === 0)) {
      const killedBy = judge.killer(mutant);
      const other = edited(policy, mutant);
      const failing = policy.decisions[decision].examples.filter((example) => !holds(other, decision, example)).map((example) => example.name);
      expect(killedBy, `${mutant.rule} ${mutant.edit.en}`).toBe(failing[0]);
    }
  }
}, 30_000);

/** What json-rules-engine says: the events that come out, by rank, with their params. */
async function events(file: RuleFile, policy: Policy, { moment, facts }: Example): Promise<string> {
  const all = deriveFacts(policy, { ...typicalFacts(policy.dictionary), ...facts, "request.moment": moment });
  const traced = await askReference(file, all);
  return JSON.stringify(traced.filter((rule) => rule.fired).map(({ name, event }) => [name, event]));
}

test("json-rules-engine sees another outcome for every killed edit", async () => {
  const policy = readWhole("consent-first");
  let tried = 0;
  for (const decision of decisionNames) {
    const file = policy.decisions[decision];
    const judge = prepareMutation(policy, decision);
    for (const mutant of makeMutants(policy, decision)) {
      const killedBy = judge.killer(mutant);
      const example = file.examples.find((one) => one.name === killedBy);
      if (example === undefined || Object.values(example.facts).includes(null)) continue;
      expect(await events(applyChange(file, mutant.change), policy, example), `${mutant.rule} ${mutant.edit.en}`).not.toBe(await events(file, policy, example));
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(300);
}, 30_000);

/** A row drawn evenly over the domains of all facts, and now and then without one that may be missing. */
function drawRow(policy: Policy, draws: ReturnType<typeof createDraws>, index: number): Float64Array {
  const layout = layoutFacts(policy.dictionary);
  return Float64Array.from(layout.dictionary.facts.values(), (definition, slot) => {
    const u = draws.uniform(index, slot, 0);
    if (definition.nullable && draws.uniform(index, slot, 1) < 0.1) return NaN;
    if (definition.type === "boolean") return u < 0.5 ? 1 : 0;
    if (definition.type === "enum") return Math.floor(u * definition.values.length);
    // Small numbers as often as large ones: thresholds stand near the lower end.
    const span = draws.uniform(index, slot, 2) < 0.7 ? Math.min(30, definition.max - definition.min) : definition.max - definition.min;
    return definition.min + Math.floor(u * (span + 1));
  });
}

test.each(policies)("an edit of %s that is proved to have no effect has none on customers drawn at random; every other one has its applicant", (name) => {
  const policy = readWhole(name);
  const layout = layoutFacts(policy.dictionary);
  const draws = createDraws(streamKey("no effect", 0));
  for (const decision of decisionNames) {
    const judge = makeEditJudge(policy, decision, []);
    // Every third: each survivor is put to the exact engine.
    for (const mutant of makeMutants(policy, decision).filter((_, index) => index % 3 === 0)) {
      const judged = judge.judge(mutant);
      const other = edited(policy, mutant);
      if (judged.status === "survived") {
        const { moment, departures } = judged.witness;
        const [was, is] = [policy, other].map((one) => decideOne(one, { decision, moment, facts: { "score.points": one.dictionary.facts.get("score.points")?.typical ?? null, ...departures } }).outcome);
        expect([is?.type, is?.params, is?.undecided], `${mutant.rule} ${mutant.edit.en}`).not.toEqual([was?.type, was?.params, was?.undecided]);
      }
      if (judged.status !== "equivalent") continue;
      for (const moment of moments[decision]) {
        const codes = [policy, other].map((one) => compileDecision({ policy: one, decision, moment, layout, known: knownFacts(one) }));
        for (let index = 0; index < 400; index += 1) {
          const row = drawRow(policy, draws, index);
          row[layout.slot("request.moment")] = encodeFact(layout.dictionary.facts.get("request.moment") ?? never(), moment);
          const [a, b] = codes.map((code) => {
            const outcome = code.newOutcome();
            code.decide(row, outcome);
            const { types, params, undecided } = readOutcome(code, outcome);
            return { types, params, undecided };
          });
          expect(b, `${mutant.rule} ${mutant.edit.en}`).toEqual(a);
        }
      }
    }
  }
}, 60_000);

function never(): never {
  throw new Error("the dictionary has every moment");
}

test("every kind of edit is made of the shipped policies, and said in both languages", () => {
  const all = policies.flatMap((name) => decisionNames.flatMap((decision) => makeMutants(readWhole(name), decision)));
  expect(mutantKinds.filter((kind) => !all.some((mutant) => mutant.kind === kind))).toEqual([]);
  for (const { edit } of all) {
    expect(edit.en).not.toBe("");
    expect(edit.zh).toMatch(/\p{Script=Han}/u);
  }
});

/** A policy whose closure file is this. */
function withClosure(file: Partial<RuleFile>): Policy {
  const policy = readWhole("invited");
  return { ...policy, decisions: { ...policy.decisions, closure: { ...policy.decisions.closure, ...file } } };
}

const rule = (conditions: RuleFile["rules"][number]["conditions"]): RuleFile["rules"][number] => ({
  name: "CLO-1", title: { en: "t", zh: "题" }, serves: [], priority: 1, conditions, event: { type: "verify", params: { factors: ["sms"] } },
});
const of = (age: number, factors: readonly string[]): Example => ({ name: `age ${age}`, moment: "request", facts: { "customer.age": age }, expect: { type: "plan", factors: [...factors] } });
const none = { request: { type: "plan", params: { factors: ["face"] } } } as RuleFile["otherwise"];

function statuses(policy: Policy, kind: string): readonly string[] {
  const judge = makeEditJudge(policy, "closure", []);
  return makeMutants(policy, "closure").filter((mutant) => mutant.kind === kind).map((mutant) => `${mutant.edit.en}: ${judge.judge(mutant).status}`);
}

test("a threshold is noticed by examples at it and just under it, and by no others", () => {
  const conditions = { all: [{ fact: "customer.age", operator: "greaterThanInclusive", value: 18 }] };
  const far = withClosure({ rules: [rule(conditions)], conditions: {}, otherwise: none, examples: [of(30, ["sms"]), of(15, ["face"])] });
  expect(statuses(far, "threshold")).toEqual(["age ≥ 18 becomes ≥ 19: survived", "age ≥ 18 becomes ≥ 17: survived"]);
  expect(statuses(far, "strictness")).toEqual(["age ≥ 18 becomes > 18: survived"]);
  const near = withClosure({ rules: [rule(conditions)], conditions: {}, otherwise: none, examples: [of(18, ["sms"]), of(17, ["face"])] });
  expect(statuses(near, "threshold")).toEqual(["age ≥ 18 becomes ≥ 19: killed", "age ≥ 18 becomes ≥ 17: killed"]);
  expect(statuses(near, "strictness")).toEqual(["age ≥ 18 becomes > 18: killed"]);
});

test("an edit that changes nothing for anybody is told apart from one that nobody looked at", () => {
  // Ages start at 14, so that nobody is younger than the lower threshold; the moment is always a request.
  const conditions = {
    all: [
      { fact: "customer.age", operator: "greaterThanInclusive", value: 14 },
      { fact: "request.moment", operator: "equal", value: "request" },
      { fact: "account.fraudHold", operator: "equal", value: true },
    ],
  };
  const policy = withClosure({ rules: [rule(conditions)], conditions: {}, otherwise: none, examples: [] });
  expect(statuses(policy, "threshold")).toEqual(["age ≥ 14 becomes ≥ 15: survived", "age ≥ 14 becomes ≥ 13: equivalent"]);
  expect(statuses(policy, "dropped")).toEqual(["age ≥ 14 is dropped: equivalent", "moment = request is dropped: equivalent", "fraud hold = yes is dropped: survived"]);
});

test("an example that fails as things stand judges nothing", () => {
  const conditions = { all: [{ fact: "customer.age", operator: "greaterThanInclusive", value: 18 }] };
  const policy = withClosure({ rules: [rule(conditions)], conditions: {}, otherwise: none, examples: [of(18, ["face"])] });
  const judge = prepareMutation(policy, "closure");
  expect([judge.examples, judge.failing]).toEqual([0, ["age 18"]]);
});
