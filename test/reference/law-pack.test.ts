// The law pack China: every rule is judged by json-rules-engine itself and by the compiled form.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine, type RuleProperties } from "json-rules-engine";
import { expect, test } from "vitest";
import { encodeFact, layoutFacts, readDictionary } from "../../src/facts/index.ts";
import { compileLaw, readLawPack, type LawPack, type LawRule } from "../../src/policy/index.ts";

const root = join(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const { dictionary } = readDictionary({ file: "rules/dictionary.json", text: read("rules/dictionary.json") });
const source = { file: "rules/laws/cn.json", text: read("rules/laws/cn.json") };

type Facts = Readonly<Record<string, boolean | number | string>>;
const acts: Readonly<Record<string, { readonly violates: Facts; readonly passes: Facts }>> = JSON.parse(read("test/fixtures/laws/cn-acts.json"));
const raw: { readonly rules: readonly RuleProperties[]; readonly parameters: readonly { readonly name: string; readonly values: readonly { readonly value: number }[] }[] } = JSON.parse(source.text);
const today = "2026-11-22";

function shippedPack(): LawPack {
  const { pack, diagnostics } = readLawPack(source, dictionary);
  expect(diagnostics).toEqual([]);
  if (pack === undefined) throw new Error("the shipped law pack cannot be read");
  return pack;
}
const pack = shippedPack();

async function matchesInEngine(rule: RuleProperties, facts: Facts): Promise<boolean> {
  const engine = new Engine([rule]);
  const parameters = raw.parameters.map(({ name, values }) => [name, values.at(-1)?.value ?? 0] as const);
  const { events } = await engine.run({ ...Object.fromEntries(parameters), ...facts });
  return events.length > 0;
}

function judgeCompiled(rule: LawRule, facts: Facts, date = today): "matched" | "inconclusive" | "passed" | "not in force" {
  const all = new Map([...dictionary.facts].map(([name, fact]) => [name, { ...fact, nullable: true }]));
  const layout = layoutFacts({ facts: all });
  const law = compileLaw({ packs: [pack], act: rule.trigger, date, layout, known: new Map() });
  const row = new Float64Array(layout.size).fill(Number.NaN);
  for (const [name, value] of Object.entries(facts)) {
    const fact = dictionary.facts.get(name);
    if (fact === undefined) throw new Error(`${name} is not in the dictionary`);
    row[layout.slot(name)] = encodeFact(fact, value);
  }
  const [violated, open] = [new Int32Array(law.words), new Int32Array(law.words)];
  law.judge(row, violated, open);
  const bit = law.rules.indexOf(rule);
  if (bit < 0) return "not in force";
  const has = (set: Int32Array): boolean => (((set[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 1;
  return has(violated) ? "matched" : has(open) ? "inconclusive" : "passed";
}

test("the pack has the 33 core rules of China, each with an act that violates it and one that does not", () => {
  expect(pack.rules.filter((rule) => rule.core)).toHaveLength(33);
  expect(Object.keys(acts).toSorted()).toEqual(pack.rules.map((rule) => rule.id).toSorted());
  expect(raw.rules).toHaveLength(pack.rules.length);
});

test.each(pack.rules.map((rule) => [rule.id, rule] as const))("%s matches its violating act and stays silent on the other", async (id, rule) => {
  const properties = raw.rules.find((one) => one.name === id);
  const example = acts[id];
  if (properties === undefined || example === undefined) throw new Error(`${id} has no rule or no acts`);
  expect(await matchesInEngine(properties, example.violates), "engine, violating").toBe(true);
  expect(await matchesInEngine(properties, example.passes), "engine, passing").toBe(false);
  expect(judgeCompiled(rule, example.violates)).toBe("matched");
  expect(judgeCompiled(rule, example.passes)).toBe("passed");
});

test.each(pack.rules.map((rule) => [rule.id, rule] as const))("%s never passes an act of which nothing is known", (_id, rule) => {
  expect(judgeCompiled(rule, {})).toBe("inconclusive");
});

test.each([
  ["CN-ENR-008", "2026-07-31", "2026-08-01"],
  ["CN-PRC-002", "2025-09-30", "2025-10-01"],
])("%s is silent until %s and speaks from %s", (id, before, from) => {
  const rule = pack.rules.find((one) => one.id === id);
  const facts = acts[id]?.violates;
  if (rule === undefined || facts === undefined) throw new Error(`${id} is missing`);
  expect(judgeCompiled(rule, facts, before)).toBe("not in force");
  expect(judgeCompiled(rule, facts, from)).toBe("matched");
});

test("caps are scoped by licence: a bank's line, a micro-lender's balance, no consumer-finance company's line", () => {
  const find = (id: string) => pack.rules.filter((rule) => rule.id === id);
  const says = (id: string, facts: Facts) => find(id).map((rule) => judgeCompiled(rule, facts));
  expect(says("CN-LIM-001", { "lender.type": "microlender", "limit.newFen": 30_000_000 })).toEqual(["passed"]);
  expect(says("CN-LIM-001", { "lender.type": "cfc", "limit.newFen": 30_000_000 })).toEqual(["passed"]);
  expect(says("CN-PRC-002", { "lender.type": "microlender", "price.allInApr": 0.3 })).toEqual(["passed"]);
  expect(says("CN-PRC-002", { "lender.type": "cfc", "price.allInApr": 0.3 })).toEqual(["matched"]);
  expect(says("CN-PRC-007", { "lender.type": "bank", "price.allInApr": 0.3 })).toEqual(["passed"]);
});

test("what rests on a number of ours is marked as a house standard and as unverified", () => {
  const ours = pack.parameters.filter((parameter) => parameter.houseStandard).map((parameter) => parameter.name);
  expect(ours).toEqual(["law.maxResidualSpreadBps", "law.minNoticeDays", "law.maxDailyContacts", "law.closureDays", "law.complaintDays", "law.maxContactsAfterRefusal", "law.leakNoticeDays"]);
  const marked = pack.rules.filter((rule) => rule.houseStandard);
  expect(marked.map((rule) => rule.id)).toEqual(["CN-PRC-003", "CN-COL-001", "CN-CLO-004", "CN-MKT-003"]);
  expect(marked.every((rule) => rule.verification === "unverified")).toBe(true);
});

type Change = (json: { parameters: Record<string, unknown>[]; rules: Record<string, unknown>[] } & Record<string, unknown>) => void;
function codesAfter(change: Change): readonly string[] {
  const json = JSON.parse(source.text);
  change(json);
  return readLawPack({ file: "cn.json", text: JSON.stringify(json) }, dictionary).diagnostics.map((one) => `${one.code} ${one.place?.pointer ?? ""}`);
}
const ruleOf = (json: Parameters<Change>[0], index: number): Record<string, unknown> => json.rules[index] ?? {};

test.each<[string, Change, readonly string[]]>([
  ["an unknown fact", (json) => (ruleOf(json, 0)["conditions"] = { all: [{ fact: "consent.acount.ticked", operator: "equal", value: "default" }] }), ["unknown-fact /rules/0/conditions/all/0/fact"]],
  ["an unknown operator", (json) => (ruleOf(json, 4)["conditions"] = { all: [{ fact: "customer.age", operator: "lesThan", value: 18 }] }), ["unknown-operator /rules/4/conditions/all/0/operator"]],
  ["a fact of one policy", (json) => (ruleOf(json, 4)["conditions"] = { all: [{ fact: "param.minAge", operator: "lessThan", value: 18 }] }), ["policy-fact /rules/4/conditions/all/0/fact"]],
  ["an unknown trigger", (json) => (ruleOf(json, 0)["trigger"] = "enrollment"), ["unknown-value /rules/0/trigger"]],
  ["two rules with one id", (json) => (ruleOf(json, 1)["name"] = "CN-ENR-001"), ["duplicate-rule /rules/1/name"]],
  ["dates the wrong way round", (json) => Object.assign(ruleOf(json, 6), { effectiveTo: "2026-07-31" }), ["law-dates-reversed /rules/6/effectiveTo"]],
  ["a date that is none", (json) => Object.assign(ruleOf(json, 6), { effectiveFrom: "2026-02-30" }), ["wrong-format /rules/6/effectiveFrom"]],
  ["a missing Chinese title", (json) => (ruleOf(json, 0)["title"] = { en: "x" }), ["missing-key /rules/0/title"]],
  ["a Chinese title in English", (json) => (ruleOf(json, 0)["title"] = { en: "x", zh: "x" }), ["not-chinese /rules/0/title/zh"]],
  ["an event that is no violation", (json) => (ruleOf(json, 0)["event"] = { type: "grant" }), ["unknown-value /rules/0/event/type"]],
  ["an unknown parameter", (json) => Object.assign(json.parameters[5] ?? {}, { name: "law.closureDay" }), ["law-parameter-unknown /parameters/5/name"]],
  ["a parameter given twice", (json) => json.parameters.push(json.parameters[5] ?? {}), ["law-parameter-duplicate /parameters/9/name"]],
  ["values out of order", (json) => Object.assign(json.parameters[5] ?? {}, { values: [{ from: "2026-01-01", value: 1 }, { from: "2025-01-01", value: 2 }] }), ["law-parameter-order /parameters/5/values/1/from"]],
  ["a value outside its domain", (json) => Object.assign(json.parameters[5] ?? {}, { values: [{ from: "2026-01-01", value: -1 }] }), ["law-parameter-outside-domain /parameters/5/values/0/value"]],
  ["a parameter that a rule reads and nobody gives", (json) => json.parameters.splice(4, 1), ["law-parameter-undefined /rules/25/conditions"]],
  ["a rule in force before its parameter", (json) => Object.assign(json.parameters[0] ?? {}, { values: [{ from: "2025-11-01", value: 0.24 }] }), ["law-parameter-late /rules/20/conditions"]],
])("the reader reports %s, and nothing else", (_name, change, codes) => {
  expect(codesAfter(change)).toEqual(codes);
});

test("two mistakes are two findings, and the rest of the pack is still read", () => {
  const json = JSON.parse(source.text);
  json.rules[0].trigger = "enrollment";
  json.rules[3].conditions = { all: [{ fact: "enrolment.coreServiceBlocked", operator: "equal", value: true }] };
  const { pack: rest, diagnostics } = readLawPack({ file: "cn.json", text: JSON.stringify(json) }, dictionary);
  expect(diagnostics.map((one) => one.code)).toEqual(["unknown-value", "unknown-fact"]);
  expect(diagnostics[0]?.message.en).toContain("enrolment");
  expect(rest?.rules).toHaveLength(pack.rules.length - 2);
});

test.each(["", "[]", "{", "null", "\u0000\u0001"])("a file that is no pack (%j) gives diagnostics, not an exception", (text) => {
  expect(readLawPack({ file: "cn.json", text }, dictionary).diagnostics.length).toBeGreaterThan(0);
});
