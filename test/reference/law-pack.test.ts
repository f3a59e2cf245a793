// The three law packs: every rule is judged by json-rules-engine itself and by the compiled form.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Engine, type RuleProperties } from "json-rules-engine";
import { expect, test } from "vitest";
import { encodeFact, layoutFacts, readDictionary } from "../../src/facts/index.ts";
import { compileLaw, readLawPack, type LawPack, type LawRule } from "../../src/policy/index.ts";

const root = join(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const { dictionary } = readDictionary({ file: "rules/dictionary.json", text: read("rules/dictionary.json") });

type Facts = Readonly<Record<string, boolean | number | string>>;
interface RawPack {
  readonly rules: readonly RuleProperties[];
  readonly parameters: readonly { readonly name: string; readonly values: readonly { readonly value: number }[] }[];
}
type Acts = Readonly<Record<string, { readonly violates: Facts; readonly passes: Facts }>>;
const today = "2026-11-22";

/** A shipped pack, as read, as json-rules-engine takes it, and its example acts. */
function shipped(name: string): { readonly source: { readonly file: string; readonly text: string }; readonly pack: LawPack; readonly raw: RawPack; readonly acts: Acts } {
  const source = { file: `rules/laws/${name}.json`, text: read(`rules/laws/${name}.json`) };
  const { pack, diagnostics } = readLawPack(source, dictionary);
  expect(diagnostics).toEqual([]);
  if (pack === undefined) throw new Error("the shipped law pack cannot be read");
  return { source, pack, raw: JSON.parse(source.text), acts: JSON.parse(read(`test/fixtures/laws/${name}-acts.json`)) };
}
const packs = ["cn", "eu", "uk"].map(shipped);
const { source, pack } = shipped("cn");
const everyRule = packs.flatMap((one) => one.pack.rules.map((rule) => [rule.id, rule, one] as const));

async function matchesInEngine(rule: RuleProperties, raw: RawPack, facts: Facts): Promise<boolean> {
  const engine = new Engine([rule]);
  const parameters = raw.parameters.map(({ name, values }) => [name, values.at(-1)?.value ?? 0] as const);
  const { events } = await engine.run({ ...Object.fromEntries(parameters), ...facts });
  return events.length > 0;
}

function judgeCompiled(rule: LawRule, facts: Facts, date = today): "matched" | "inconclusive" | "passed" | "not in force" {
  const all = new Map([...dictionary.facts].map(([name, fact]) => [name, { ...fact, nullable: true }]));
  const layout = layoutFacts({ facts: all });
  const law = compileLaw({ packs: packs.map((one) => one.pack), act: rule.trigger, date, layout, known: new Map() });
  const row = new Float64Array(layout.size).fill(Number.NaN);
  for (const [name, value] of Object.entries(facts)) {
    const fact = dictionary.facts.get(name);
    if (fact === undefined) throw new Error(`${name} is not in the dictionary`);
    row[layout.slot(name)] = encodeFact(fact, value);
  }
  const [violated, open] = [new Int32Array(law.words), new Int32Array(law.words)];
  law.judge(row, violated, open);
  const bit = law.rules.findIndex((one) => one.id === rule.id);
  if (bit < 0) return "not in force";
  const has = (set: Int32Array): boolean => (((set[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 1;
  return has(violated) ? "matched" : has(open) ? "inconclusive" : "passed";
}

test("the packs have the 57 rules of the table and those that it asks for or names beside, each with an act that violates it and one that does not", () => {
  expect(packs.map((one) => [one.pack.name, one.pack.rules.length, one.pack.rules.filter((rule) => rule.core).length])).toEqual([["cn", 56, 33], ["eu", 8, 8], ["uk", 2, 2]]);
  for (const one of packs) {
    expect(Object.keys(one.acts).toSorted()).toEqual(one.pack.rules.map((rule) => rule.id).toSorted());
    expect(one.raw.rules).toHaveLength(one.pack.rules.length);
  }
  const table = ["ENR 8", "DAT 9", "CRQ 2", "LIM 4", "PRC 6", "BIL 3", "NEG 3", "COL 2", "CLO 5", "CMP 2", "MKT 2", "GOV 1"].flatMap((part) => {
    const [group, count] = part.split(" ");
    return Array.from({ length: Number(count) }, (_, index) => `CN-${group}-${String(index + 1).padStart(3, "0")}`);
  });
  const ids = pack.rules.map((rule) => rule.id);
  expect(table).toHaveLength(47);
  expect(table.filter((id) => !ids.includes(id))).toEqual([]);
  // Caps scoped by licence, and what the table says deserves a rule: reopening, a leak, an unlicensed source, nagging; papers that it names (the filing of algorithms, the list of partners).
  expect(ids.filter((id) => !table.includes(id)).toSorted()).toEqual(["CN-CLO-006", "CN-DAT-010", "CN-DAT-011", "CN-ENR-009", "CN-GOV-002", "CN-GOV-003", "CN-LIM-005", "CN-MKT-003", "CN-PRC-007"]);
});

test.each(everyRule)("%s matches its violating act and stays silent on the other", async (id, rule, { raw, acts: examples }) => {
  const properties = raw.rules.find((one) => one.name === id);
  const example = examples[id];
  if (properties === undefined || example === undefined) throw new Error(`${id} has no rule or no acts`);
  expect(await matchesInEngine(properties, raw, example.violates), "engine, violating").toBe(true);
  expect(await matchesInEngine(properties, raw, example.passes), "engine, passing").toBe(false);
  expect(judgeCompiled(rule, example.violates)).toBe("matched");
  expect(judgeCompiled(rule, example.passes)).toBe("passed");
});

test.each(everyRule)("%s never passes an act of which nothing is known", (_id, rule) => {
  expect(judgeCompiled(rule, {})).toBe("inconclusive");
});

test("every rule is cited in both languages, names whom it binds, and says what it counts", () => {
  for (const [id, { citation, remedy, penalty, actors, counts, trigger }] of everyRule) {
    for (const text of [citation, remedy, ...(penalty === undefined ? [] : [penalty])]) expect(text.zh, id).toMatch(/\p{Script=Han}/u);
    expect(actors.length, id).toBeGreaterThan(0);
    expect(counts === "lender-months", id).toBe(trigger === "month-end");
  }
  expect(everyRule.filter(([, { counts }]) => counts !== "persons").map(([id, { counts }]) => `${id} ${counts}`)).toEqual([
    "CN-ENR-009 accounts", "CN-PRC-005 accounts", "CN-PRC-006 lender-months", "CN-GOV-001 lender-months", "CN-GOV-002 lender-months", "CN-GOV-003 lender-months",
  ]);
});

test("a fine is a range of the law, never a sum that somebody would pay", () => {
  const fined = everyRule.filter(([, { penalty }]) => penalty !== undefined);
  expect(fined.length).toBeGreaterThan(30);
  for (const [id, { penalty }] of fined) expect(penalty?.en ?? "", id).not.toMatch(/expected|estimated|would pay|predicted/u);
});

test.each([
  ["CN-ENR-008", "2026-07-31", "2026-08-01"],
  ["CN-PRC-002", "2025-09-30", "2025-10-01"],
  ["CN-ENR-007", "2026-09-29", "2026-09-30"],
  ["CN-BIL-002", "2024-06-30", "2024-07-01"],
  ["CN-DAT-005", "2021-10-31", "2021-11-01"],
  ["EU-ENR-002", "2026-11-19", "2026-11-20"],
  ["UK-ENR-001", "2026-07-14", "2026-07-15"],
])("%s is silent until %s and speaks from %s", (id, before, from) => {
  const rule = everyRule.find(([one]) => one === id)?.[1];
  const facts = packs.map((one) => one.acts[id]?.violates).find((one) => one !== undefined);
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
  ["months of the lender for an act on a customer", (json) => Object.assign(ruleOf(json, 0), { counts: "lender-months" }), ["law-counts-mismatch /rules/0/counts"]],
  ["persons for the lender's own month", (json) => Object.assign(json.rules.at(-1) ?? {}, { counts: "persons" }), ["law-counts-mismatch /rules/55/counts"]],
  ["a Chinese range of fines in English", (json) => (ruleOf(json, 0)["penalty"] = { en: "x", zh: "x" }), ["not-chinese /rules/0/penalty/zh"]],
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

test("facts of one sign are judged alike, whichever row they stand in, for the shipped packs and any facts", () => {
  const all = new Map([...dictionary.facts].map(([name, fact]) => [name, { ...fact, nullable: true }]));
  const layout = layoutFacts({ facts: all });
  const values = fc.constantFrom(Number.NaN, Number.NaN, 0, 1, 2, 3, 0.24, 0.36, 17, 18, 1000, 5000);
  const row = fc.array(values, { minLength: layout.size, maxLength: layout.size }).map((list) => Float64Array.from(list));
  const kinds = new Set(pack.rules.map((rule) => rule.trigger));
  const withSign = [...kinds].flatMap((act) => {
    const input = { packs: packs.map((one) => one.pack), act, date: today, layout, known: new Map() };
    // Every other fact stands in the second row.
    const places = { size: layout.size, slot: (name: string) => layout.slot(name) + (layout.slot(name) % 2) * layout.size };
    const law = compileLaw(input);
    const apart = compileLaw({ ...input, signPlaces: places });
    return law.sign === undefined || apart.sign === undefined ? [] : [{ law, signs: [law.sign, apart.sign] as const }];
  });
  expect(withSign.length).toBeGreaterThanOrEqual(8);
  for (const { law, signs: [sign, apart] } of withSign) {
    const known = new Map<number, string>();
    const judge = (facts: Float64Array): string => {
      const [violated, open] = [new Int32Array(law.words), new Int32Array(law.words)];
      law.judge(facts, violated, open);
      return `${violated.join()}/${open.join()}`;
    };
    fc.assert(
      fc.property(row, (facts) => {
        const found = sign(facts, facts);
        expect(apart(facts, facts)).toBe(found);
        expect(judge(facts)).toBe(known.get(found) ?? judge(facts));
        known.set(found, judge(facts));
      }),
      { numRuns: 150 },
    );
    expect(new Set(known.values()).size).toBeGreaterThan(1);
  }
});
