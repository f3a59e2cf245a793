import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { Engine } from "json-rules-engine";
import { expect, test } from "vitest";
import { growth, proportionate } from "../growth.ts";
import { typicalFacts } from "../../src/facts/index.ts";
import { decorators, operators, readPolicy, readReasons } from "../../src/policy/index.ts";
import type { SourceText } from "../../src/policy/index.ts";
import { changed, dictionary, read, reasonsOf, root, textsOf, validReasons, validTexts } from "./fixtures.ts";

/** Codes found in one changed file of the plain policy. */
function check(name: string, changes: Readonly<Record<string, unknown>>): readonly string[] {
  return read(changed(name, changes)).diagnostics.map(({ code }) => code);
}

/** One comparison as the only condition of the plain policy's first tier. */
function checkLeaf(fact: string, operator: string, value: unknown): readonly string[] {
  return check("limit.json", { "/rules": [rule({ all: [{ fact, operator, value }] })], "/examples": [] });
}

function rule(conditions: unknown, more: object = {}): object {
  return { name: "R", title: { en: "a rule", zh: "规则" }, conditions, event: { type: "cap", params: { limitFen: 1_000_000 } }, ...more };
}

test("a policy is whole: parameters, derived facts in order, arrangements, procedures and five decisions", () => {
  const { policy } = read(validTexts);
  expect(policy?.parameters.map(({ name }) => name)).toEqual(["minScore", "tierLimitFen", "freeDays"]);
  expect(policy?.derived.map(({ name }) => name)).toEqual(["derived.incomeCapFen", "derived.ageBand"]);
  expect(Object.keys(policy?.arrangements ?? {})).toEqual(["own", "guaranteed"]);
  expect(policy?.procedures.closure.factors).toEqual(["sms"]);
  expect(policy?.decisions.limit.combine).toEqual({ tier: "first", floor: "max", cap: "min" });
  expect(policy?.decisions.monitoring.exclusive).toEqual([["freeze", "raise"]]);
  expect(policy?.decisions.pricing.rules[0]?.priority).toBe(10);
  expect(policy?.decisions.limit.rules[2]?.priority).toBe(1);
});

test("moments that are left out decide nothing, and closing asks for the procedure's factors", () => {
  const { policy } = read(validTexts);
  expect(policy?.decisions.enrolment.otherwise.checkout).toEqual({ type: "no-action" });
  expect(policy?.decisions.limit.otherwise.review).toEqual({ type: "no-action" });
  expect(policy?.decisions.monitoring.otherwise["month-end"]).toEqual({ type: "no-action" });
  expect(policy?.decisions.closure.otherwise.request).toEqual({ type: "verify", params: { factors: ["sms"] } });
});

test("a broken rule is left out and the rest of its file is read", () => {
  const { policy, diagnostics } = read(changed("limit.json", { "/rules/1/event/type": "teir" }));
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-outcome"]);
  expect(policy?.decisions.limit.rules.map(({ name }) => name)).toEqual(["LIM-10", "LIM-90"]);
});

test("two mistakes in one rule are both found", () => {
  const codes = check("limit.json", { "/rules/0/conditions/all/0/fact": "bureau.scores", "/rules/0/event/type": "teir" });
  expect(codes).toEqual(["unknown-fact", "unknown-outcome"]);
});

test("an unreadable policy.json does not make its parameters, derived facts and arrangements unknown", () => {
  const files = validTexts.map((source) => (source.file.endsWith("/policy.json") ? { ...source, text: "" } : source));
  const { policy, diagnostics } = read(files);
  expect(diagnostics.map(({ code }) => code)).toEqual(["empty-file"]);
  expect(policy).toBeUndefined();
});

test.each(["{ \"name\": \"plain\"", "[]", "// a remark\n{}", "null"])("one mistake in policy.json (%s) is no mistake of the decision files", (text) => {
  const files = validTexts.map((source) => (source.file.endsWith("/policy.json") ? { ...source, text } : source));
  const { diagnostics } = read(files);
  expect(diagnostics.map(({ place }) => basename(place?.file ?? ""))).toEqual(["policy.json"]);
});

test("the example of the rule-file grammar is read as it stands", () => {
  const tier = { value: 700, min: 300, max: 850, step: 5, unit: "points", title: { en: "tier A", zh: "A 档" } };
  const limitA = { value: 1_500_000, min: 0, max: 5_000_000, step: 10_000, unit: "fen", title: { en: "limit A", zh: "A 档额度" } };
  const policy = changed("policy.json", { "/parameters/tierAScore": tier, "/parameters/tierALimitFen": limitA });
  const text = readFileSync(join(root, "test", "fixtures", "grammar", "limit.json"), "utf8");
  const files = policy.map((source) => (source.file.endsWith("/limit.json") ? { ...source, text } : source));
  const { policy: whole, diagnostics } = read(files);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([]);
  expect(whole?.decisions.limit.rules.map(({ name }) => name)).toEqual(["LIM-10", "LIM-90"]);
});

test("a broken parameter is reported once, not at each of its uses, and its rules are left out", () => {
  const { policy, diagnostics } = read(changed("policy.json", { "/parameters/tierLimitFen/value": "much" }));
  expect(diagnostics.map(({ code }) => code)).toEqual(["wrong-type"]);
  expect(policy?.decisions.limit.rules.map(({ name }) => name)).toEqual(["LIM-20", "LIM-90"]);
});

test("after a syntax error only what stands before it is judged", () => {
  const files = validTexts.map((source) => {
    if (!source.file.endsWith("/limit.json")) return source;
    return { ...source, text: source.text.replace('"bureau.score"', '"bureau.scores"').slice(0, -40) };
  });
  const codes = read(files).diagnostics.map(({ code }) => code);
  expect(codes).toContain("json-syntax");
  expect(codes).toContain("unknown-fact");
  expect(codes.filter((code) => code !== "json-syntax" && code !== "unknown-fact")).toEqual([]);
});

test("reasons that could not be read leave reason codes unjudged", () => {
  const { diagnostics } = readPolicy({ files: validTexts, dictionary });
  expect(diagnostics).toEqual([]);
});

test("a broken reason is left out and named", () => {
  const text = JSON.stringify({ reasons: { good: { file: { en: "a", zh: "甲" }, customer: { en: "b", zh: "乙" } }, bad: { file: { en: "a" } } } });
  const { reasons, diagnostics } = readReasons({ file: "rules/reasons.json", text });
  expect([...reasons.keys()]).toEqual(["good"]);
  expect(diagnostics.map(({ code, place }) => `${code} ${place?.pointer}`)).toEqual(["missing-key /reasons/bad", "missing-key /reasons/bad/file"]);
});

test.each([
  ["an age that is a number in quotes", "customer.age", "greaterThan", "18", "wrong-type"],
  ["a share written as a fraction", "payment.onTimeShareBps", "lessThan", 0.95, "wrong-type"],
  ["a flag written as a number", "device.isRooted", "equal", 1, "wrong-type"],
  ["a missing value to compare with", "bureau.score", "equal", null, "wrong-type"],
  ["a list where one value belongs", "customer.age", "equal", [18], "wrong-type"],
  ["an enum under an order", "customer.gender", "lessThan", "male", "operator-does-not-fit"],
  ["a list operator on a single value", "customer.age", "contains", 18, "operator-does-not-fit"],
  ["a list decorator on a single value", "customer.age", "someFact:equal", 18, "operator-does-not-fit"],
  ["a fact in a list", "customer.age", "in", [{ fact: "param.freeDays" }], "nested-fact"],
  ["an enum against a number", "customer.gender", "equal", { fact: "customer.age" }, "incomparable-facts"],
  ["enums without a common value", "customer.gender", "equal", { fact: "customer.region" }, "incomparable-facts"],
  ["days against fen", "account.daysPastDue", "lessThan", { fact: "account.balanceFen" }, "incomparable-facts"],
  ["a parameter outside the fact's domain", "customer.age", "lessThan", { fact: "param.minScore" }, "incomparable-facts"],
  ["a score against a limit of its own kind", "bureau.score", "lessThan", { fact: "device.riskPoints" }, "outside-domain"],
  ["a moment of another decision", "request.moment", "in", ["booking", "overdue"], "wrong-moment"],
  ["a symbol for an operator", "customer.age", ">=", 18, "unknown-operator"],
  ["a doubled operator", "customer.age", "equal:equal", 18, "unknown-decorator"],
  ["an income in yuan", "customer.incomeMonthlyFen", "lessThan", 5000, "looks-like-yuan"],
  ["a parameter of the law", "account.limitFen", "greaterThan", { fact: "law.consumerLimitCapFen" }, "law-fact"],
] as const)("%s is refused", (_, fact, operator, value, code) => {
  expect(checkLeaf(fact, operator, value)).toEqual([code]);
});

test.each([
  ["customer.age", "not:in", [18, 19]],
  ["customer.age", "someValue:equal", [18, 19]],
  ["customer.age", "swap:contains", [18, 19]],
  ["customer.age", "everyValue:notEqual", [18, 19]],
  ["customer.age", "swap:lessThan", 18],
  ["someday.unheard", "equal", 1],
] as const)("%s %s is judged as json-rules-engine reads it", (fact, operator, value) => {
  const expected = fact === "someday.unheard" ? ["unknown-fact"] : [];
  expect(checkLeaf(fact, operator, value)).toEqual(expected);
});

test("what is derived cannot be declared: in params, beside them, in procedures or as an outcome", () => {
  expect(check("enrolment.json", { "/rules/1/event": { type: "enrol", openedAs: "explicit" } })).toEqual(["derived-not-declared"]);
  expect(check("limit.json", { "/rules/0/event": { type: "grant", params: { limitFen: 1_000_000 } } })).toEqual(["derived-not-declared"]);
  expect(check("closure.json", { "/rules/0/event": { type: "plan" } })).toEqual(["derived-not-declared"]);
  expect(check("pricing.json", { "/rules/0/event/params/allInApr": 0.12 })).toEqual(["derived-not-declared"]);
  expect(check("policy.json", { "/procedures/declared/consentValid": true })).toEqual(["derived-not-declared"]);
  for (const key of ["awareness", "lawfulBasis", "consentValid", "initiatedBy", "harderThanOpening", "noticeComplete"]) {
    expect(check("policy.json", { [`/procedures/enrolment/application/${key}`]: true }), key).toEqual(["derived-not-declared"]);
  }
});

test("the domain of a derived fact follows from its operands", () => {
  const derived = {
    incomeCapFen: { times: ["customer.incomeMonthlyFen", 3], roundDownTo: 10_000 },
    later: { minus: ["derived.earlier", "bureau.score"] },
    earlier: { plus: ["bureau.score", 100] },
    lowest: { min: ["derived.later", "bureau.score", 400] },
    share: { dividedBy: ["account.balanceFen", 10_000] },
    band: { band: "customer.age", steps: [{ from: 18, to: 2 }, { from: 40, to: 7 }] },
  };
  const files = changed("policy.json", { "/derived": derived });
  const { policy, diagnostics } = read(files);
  expect(diagnostics).toEqual([]);
  expect(policy?.derived.map(({ name }) => name.slice(8))).toEqual(["incomeCapFen", "earlier", "share", "band", "later", "lowest"]);
  const fact = (name: string) => policy?.dictionary.facts.get(`derived.${name}`);
  expect(fact("incomeCapFen")).toMatchObject({ type: "integer", min: 0, max: 3_000_000_000, unit: "fen", nullable: false, typical: 2_100_000 });
  expect(fact("earlier")).toMatchObject({ min: 400, max: 950, nullable: true, unit: "points" });
  expect(fact("later")).toMatchObject({ min: -450, max: 650, nullable: true });
  expect(fact("lowest")).toMatchObject({ min: -450, max: 400 });
  expect(fact("share")).toMatchObject({ type: "decimal", min: 0, max: 100_000 });
  expect(fact("band")).toMatchObject({ type: "integer", min: 2, max: 7, nullable: true });
  expect(fact("earlier")?.consent).toBe("bureau");
});

test("a chain of derived facts breaks at its broken link, reported once", () => {
  const derived = { incomeCapFen: { times: ["customer.incomeMonthlyFenn", 3] }, b: { plus: ["derived.incomeCapFen", 1] }, ageBand: { min: ["customer.age"] } };
  expect(check("policy.json", { "/derived": derived })).toEqual(["unknown-fact"]);
});

test("rules of one priority are no finding where their facts exclude each other", () => {
  const tier = (name: string, conditions: unknown, limitFen: number) => rule(conditions, { name, event: { type: "tier", params: { limitFen } } });
  const exactly = (value: string) => ({ all: [{ fact: "customer.occupation", operator: "equal", value }] });
  const from = (low: number, high: number) => ({
    all: [{ fact: "bureau.score", operator: "greaterThanInclusive", value: low }, { fact: "bureau.score", operator: "lessThan", value: high }],
  });
  const pair = (one: unknown, other: unknown) => check("limit.json", { "/rules": [tier("A", one, 900_000), tier("B", other, 800_000)], "/examples": [] });
  expect(pair(exactly("student"), exactly("retired"))).toEqual([]);
  expect(pair(from(600, 700), from(700, 800))).toEqual([]);
  expect(pair(from(600, 701), from(700, 800))).toEqual(["equal-priority"]);
  expect(pair(exactly("student"), from(600, 700))).toEqual(["equal-priority"]);
});

test("a name with control characters is shown with them made visible", () => {
  const { diagnostics } = read(changed("limit.json", { "/rules/2/name": "LIM\u001b[31m", "/examples": [] }));
  expect(diagnostics.map(({ code }) => code)).toEqual(["control-character"]);
  expect(diagnostics[0]?.message.en).not.toContain("\u001b");
});

test("9,600 mistaken rules are read in proportion to their number", () => {
  let files = 0;
  const readMistaken = (count: number): void => {
    files += 1; // files that were read before are remembered
    const rules = Array.from({ length: count }, (_, index) => rule({ all: [{ fact: "bureau.scores", operator: "equal", value: 700 }] }, { name: `R${files}-${index}` }));
    const codes = check("limit.json", { "/rules": rules, "/examples": [] });
    expect(codes.filter((code) => code === "unknown-fact")).toHaveLength(count);
  };
  expect(growth(9_600, readMistaken)).toBeLessThan(proportionate);
}, 60_000);

test("whatever stands in a file, the reader never throws and every finding has both languages and a place", () => {
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e300, "", "fact", "bureau.score", "__proto__", "\u0000", [], {}, "enrol", { fact: "param.x" }),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("fact", "operator", "value", "all", "any", "not", "condition", "type", "params", "name", "title", "x"), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  const file = fc.constantFrom(...validTexts.map((source) => basename(source.file)));
  fc.assert(
    fc.property(file, fc.nat(), json, fc.boolean(), (name, pick, value, removed) => {
      const text = validTexts.find((source) => source.file.endsWith(`/${name}`))?.text ?? "";
      const pointers = pointersOf(JSON.parse(text));
      const pointer = pointers[pick % pointers.length] ?? "";
      const { diagnostics } = read(changed(name, { [pointer]: removed ? undefined : value }));
      for (const { message, place, code } of diagnostics) {
        expect(message.en, code).not.toBe("");
        expect(message.zh, code).toMatch(/\p{Script=Han}/u);
        expect(place?.line, code).toBeGreaterThan(0);
      }
    }),
    { numRuns: 800 },
  );
}, 60_000);

test("a text cut anywhere ends in findings, never in an exception", () => {
  fc.assert(
    fc.property(fc.constantFrom(...validTexts.keys()), fc.nat(), (index, at) => {
      const source = validTexts[index];
      if (source === undefined) return;
      const cut = at % (source.text.trimEnd().length - 1);
      const files: readonly SourceText[] = validTexts.with(index, { ...source, text: source.text.slice(0, cut) });
      expect(read(files).diagnostics.filter(({ level }) => level === "error").length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
}, 30_000);

const folders = [...readdirSync(join(root, "rules", "policies")).map((name) => join(root, "rules", "policies", name)), join(root, "test", "fixtures", "policies", "tiered-partners")];
for (const folder of folders) {
  test(`every rule array of ${basename(folder)} loads unchanged into json-rules-engine and runs`, async () => {
    const files = textsOf(folder);
    const { policy, diagnostics } = readPolicy({ files, dictionary, reasons: reasonsOf(join(root, "rules", "reasons.json")) });
    expect(diagnostics.filter(({ level }) => level === "error")).toEqual([]);
    if (policy === undefined) throw new Error("the policy could not be read");
    const facts = Object.fromEntries(Object.entries(typicalFacts(policy.dictionary)));
    for (const file of Object.values(policy.decisions)) {
      const raw = JSON.parse(readFileSync(join(folder, `${file.decision}.json`), "utf8"));
      const engine = new Engine(raw.rules, { replaceFactsInEventParams: true });
      for (const [name, condition] of Object.entries(raw.conditions ?? {})) engine.setCondition(name, JSON.parse(JSON.stringify(condition)));
      await expect(engine.run(facts)).resolves.toBeDefined();
      expect(file.rules.map(({ name, conditions, event }) => ({ name, conditions, event }))).toEqual(
        raw.rules.map(({ name, conditions, event }: { name: unknown; conditions: unknown; event: unknown }) => ({ name, conditions, event })),
      );
    }
  });
}

test("any rule the reader takes without an error loads into json-rules-engine and runs there", async () => {
  const facts = [...dictionary.facts.values()].filter(({ name }) => /^(?:customer|shop|bureau|account)\./.test(name));
  const typical = Object.fromEntries(Object.entries(typicalFacts(dictionary)));
  let taken = 0;
  const leaf = fc
    .record({
      fact: fc.constantFrom(...facts),
      operator: fc.tuple(fc.array(fc.constantFrom(...decorators), { maxLength: 2 }), fc.constantFrom(...operators)).map(([before, base]) => [...before, base].join(":")),
      pick: fc.nat(),
      list: fc.boolean(),
    })
    .map(({ fact, operator, pick, list }) => {
      const value = fact.type === "boolean" ? pick % 2 === 0 : fact.type === "enum" ? fact.values[pick % fact.values.length] : fact.min + (pick % 1000);
      return { fact: fact.name, operator, value: list ? [value] : value };
    });
  const condition = fc.letrec<{ node: object }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      leaf,
      fc.array(tie("node"), { maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie("node"), { maxLength: 3 }).map((any) => ({ any })),
      tie("node").map((not) => ({ not })),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { maxLength: 3 }), fc.integer({ min: 1, max: 9 }), async (all, priority) => {
      const rules = [rule({ all }, { priority })];
      const { policy, diagnostics } = read(changed("limit.json", { "/rules": rules, "/examples": [] }));
      if (diagnostics.some(({ level }) => level === "error")) return;
      taken += 1;
      expect(policy?.decisions.limit.rules).toHaveLength(1);
      await expect(new Engine(JSON.parse(JSON.stringify(rules)), { replaceFactsInEventParams: true }).run(typical)).resolves.toBeDefined();
    }),
    { numRuns: 300 },
  );
  expect(taken).toBeGreaterThan(50);
}, 60_000);

test("a folder's invariants are left to another reader", () => {
  const more = ["invariants.json"].map((name) => ({ file: `rules/policies/plain/${name}`, text: "{" }));
  expect(readPolicy({ files: [...validTexts, ...more], dictionary, reasons: validReasons }).diagnostics).toEqual([]);
});

function pointersOf(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return [here, ...pointersOf(inner, here)];
  });
}
