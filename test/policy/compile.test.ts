// What compiling does beyond agreeing with json-rules-engine: folding, reads, columns, outcomes for people, laws by date.
import { describe, expect, test } from "vitest";
import { encodeFact, extendDictionary, layoutFacts, type FactDefinition } from "../../src/facts/index.ts";
import {
  compileColumns,
  compileDecision,
  compileLaw,
  compileRules,
  deriveFacts,
  knownFacts,
  readOutcome,
  type Condition,
  type Constant,
  type DecisionName,
  type LawPack,
  type LawRule,
  type Moment,
  type Policy,
  type Rule,
  type RuleFile,
} from "../../src/policy/index.ts";

const common = { title: { en: "", zh: "" }, description: { en: "", zh: "" }, producedBy: "population", level: 1, sensitive: false, riskFactor: true } as const;
const number = (name: string, nullable = false): FactDefinition => ({ ...common, name, nullable, type: "integer", min: 0, max: 1e9, decimals: 0, unit: "fen", typical: 1 });
const boolean = (name: string, nullable = false): FactDefinition => ({ ...common, name, nullable, type: "boolean", typical: true });
const facts: readonly FactDefinition[] = [
  number("customer.age"),
  number("customer.incomeMonthlyFen"),
  number("bureau.score", true),
  number("bureau.debtFen", true),
  boolean("device.isRooted"),
  { ...common, name: "lender.type", nullable: false, type: "enum", values: ["bank", "microlender"], typical: "bank" },
  { ...common, name: "request.moment", nullable: false, type: "enum", values: ["application", "checkout", "booking", "request", "month-end", "purchase"], typical: "application" },
];
const dictionary = extendDictionary({ facts: new Map(facts.map((fact) => [fact.name, fact])) }, [number("param.minScore"), number("derived.capFen", true), number("derived.shareBps", true)]);
const layout = layoutFacts(dictionary);

const leaf = (fact: string, operator: string, value: unknown): Condition => ({ fact, operator, value });
const always: Condition = { all: [] };
const rule = (name: string, priority: number, conditions: Condition, event: Rule["event"]): Rule => ({ name, title: { en: "", zh: "" }, serves: [], priority, conditions, event });

function policyOf(decision: DecisionName, rules: readonly Rule[], more: Partial<RuleFile> = {}): Policy {
  const file: RuleFile = { decision, combine: {}, exclusive: [], otherwise: {}, onMissing: { type: "no-action" }, conditions: {}, rules, examples: [], file: `${decision}.json`, ...more };
  const parameters = [{ name: "minScore", value: 640, min: 300, max: 850, step: 5, unit: "points", title: { en: "", zh: "" } }];
  const derived = [
    { name: "derived.capFen", title: { en: "", zh: "" }, derivation: { times: ["customer.incomeMonthlyFen", 3], roundDownTo: 10_000 } },
    { name: "derived.shareBps", title: { en: "", zh: "" }, derivation: { dividedBy: ["bureau.debtFen", "derived.capFen"] } },
  ] as const;
  return { name: "p", title: { en: "", zh: "" }, version: "1", parameters, derived, decisions: { [decision]: file }, dictionary } as unknown as Policy;
}

type Values = Readonly<Record<string, Constant | null>>;
const typical: Values = { "customer.age": 30, "customer.incomeMonthlyFen": 405_000, "bureau.score": 700, "bureau.debtFen": 60_000, "device.isRooted": false, "lender.type": "bank", "request.moment": "application" };

function rowOf(values: Values): Float64Array {
  return Float64Array.from(dictionary.facts.values(), (fact) => encodeFact(fact, { ...typical, ...values }[fact.name] ?? null));
}

function decide(policy: Policy, decision: DecisionName, moment: Moment, values: Values = {}) {
  const compiled = compileDecision({ policy, decision, moment, layout, known: new Map() });
  const outcome = compiled.newOutcome();
  compiled.decide(rowOf(values), outcome);
  return { ...readOutcome(compiled, outcome), reads: compiled.reads };
}

describe("folding and reads", () => {
  const atCheckout = rule("R-1", 3, { all: [leaf("request.moment", "equal", "checkout"), leaf("device.isRooted", "equal", true)] }, { type: "decline", params: { reason: "x" } });
  const byScore = rule("R-2", 2, { all: [leaf("bureau.score", "lessThan", { fact: "param.minScore" })] }, { type: "decline", params: { reason: "score" } });
  const ofBanks = rule("R-3", 1, { any: [leaf("lender.type", "equal", "bank"), leaf("customer.age", "lessThan", 18)] }, { type: "enrol" });
  const policy = policyOf("enrolment", [atCheckout, byScore, ofBanks]);
  const reads = (moment: Moment, known: ReadonlyMap<string, number> = new Map()) => compileDecision({ policy, decision: "enrolment", moment, layout, known }).reads;

  test("a rule for another moment vanishes, and what it reads with it", () => {
    expect(reads("application")).toEqual(["customer.age", "bureau.score", "lender.type"]);
    expect(reads("checkout")).toEqual(["customer.age", "bureau.score", "device.isRooted", "lender.type"]);
  });
  test("a rule that is certain reads nothing", () => {
    expect(reads("application", new Map([["lender.type", 0]]))).toEqual(["bureau.score"]);
  });
  test("known facts win over the policy's parameters", () => {
    const compiled = compileDecision({ policy, decision: "enrolment", moment: "application", layout, known: new Map([["param.minScore", 800]]) });
    const outcome = compiled.newOutcome();
    compiled.decide(rowOf({}), outcome);
    expect(readOutcome(compiled, outcome)).toMatchObject({ type: "decline", because: ["R-2"], fired: ["R-2", "R-3"] });
  });
  test("a fact known to be missing leaves open what it could change", () => {
    const compiled = compileDecision({ policy, decision: "enrolment", moment: "application", layout, known: new Map([["bureau.score", NaN]]) });
    const outcome = compiled.newOutcome();
    compiled.decide(rowOf({}), outcome);
    expect(outcome.undecided).toBe(true);
    expect(compiled.reads).toEqual(["customer.age", "lender.type"]);
  });
  test("derived facts are read by their operands, those of params included", () => {
    const capped = policyOf("limit", [
      rule("L-1", 2, always, { type: "tier", params: { limitFen: { fact: "derived.capFen" } } }),
      rule("L-2", 1, { all: [leaf("derived.shareBps", "greaterThan", 1)] }, { type: "cap", params: { limitFen: 100 } }),
    ]);
    const outcome = decide(capped, "limit", "booking");
    expect(outcome.reads).toEqual(["customer.incomeMonthlyFen", "bureau.debtFen"]);
    expect(outcome).toMatchObject({ type: "grant", params: { limitFen: 1_210_000 }, because: ["L-1"] });
    expect(decide(capped, "limit", "booking", { "bureau.debtFen": null }).undecided).toBe(true);
  });
});

describe("outcomes for people", () => {
  const tier = rule("LIM-10", 90, { all: [leaf("bureau.score", "greaterThanInclusive", 640)] }, { type: "tier", params: { limitFen: 2_000_000 } });
  const cap = rule("LIM-90", 10, always, { type: "cap", params: { limitFen: { fact: "derived.capFen" } } });
  const limit = policyOf("limit", [tier, cap], { otherwise: { booking: { type: "no-line", params: { reason: "no-tier" } } }, onMissing: { type: "no-line", params: { reason: "data-missing" } } });

  test("a cap that binds the tier is a reason beside it", () => {
    expect(decide(limit, "limit", "booking")).toMatchObject({ type: "grant", params: { limitFen: 1_210_000 }, because: ["LIM-10", "LIM-90"], undecided: false });
  });
  test("a cap that does not bind is none", () => {
    expect(decide(limit, "limit", "booking", { "customer.incomeMonthlyFen": 5_000_000 })).toMatchObject({ params: { limitFen: 2_000_000 }, because: ["LIM-10"] });
  });
  test("without a tier a cap grants nothing", () => {
    expect(decide(limit, "limit", "booking", { "bureau.score": 500 })).toMatchObject({ type: "no-line", params: { reason: "no-tier" }, because: [] });
  });
  test("a missing fact that could change the limit lets onMissing speak", () => {
    expect(decide(limit, "limit", "booking", { "bureau.score": null })).toMatchObject({ type: "no-line", params: { reason: "data-missing" }, because: [], undecided: true });
  });
  test("a minor without a score is declined all the same", () => {
    const policy = policyOf("enrolment", [
      rule("E-1", 9, { all: [leaf("customer.age", "lessThan", 18)] }, { type: "decline", params: { reason: "minor" } }),
      rule("E-2", 8, { all: [leaf("bureau.score", "lessThan", 600)] }, { type: "decline", params: { reason: "score" } }),
    ]);
    expect(decide(policy, "enrolment", "application", { "customer.age": 16, "bureau.score": null })).toMatchObject({ type: "decline", params: { reason: "minor" }, undecided: false });
    expect(decide(policy, "enrolment", "application", { "bureau.score": null }).undecided).toBe(true);
  });
  test("verify and settle make one plan, its factors united", () => {
    const policy = policyOf("closure", [
      rule("C-1", 5, always, { type: "verify", params: { factors: ["sms"] } }),
      rule("C-2", 6, { all: [leaf("device.isRooted", "equal", true)] }, { type: "verify", params: { factors: ["identity", "sms"] } }),
      rule("C-3", 1, { all: [leaf("bureau.debtFen", "greaterThan", 0)] }, { type: "settle", params: { channels: ["app"], withinDays: 30 } }),
    ]);
    expect(decide(policy, "closure", "request", { "device.isRooted": true })).toMatchObject({ type: "plan", params: { factors: ["sms", "identity"], channels: ["app"], withinDays: 30 }, because: ["C-2", "C-1", "C-3"] });
  });
  test("a missing fact leaves nothing open where the factors are the same set, in whatever order they are written", () => {
    const policy = policyOf("closure", [
      rule("C-1", 5, { all: [leaf("bureau.score", "lessThan", 600)] }, { type: "verify", params: { factors: ["face"] } }),
      rule("C-2", 5, always, { type: "verify", params: { factors: ["identity", "face"] } }),
    ], { combine: { verify: "set" } });
    expect(decide(policy, "closure", "request", { "bureau.score": null })).toMatchObject({ type: "plan", params: { factors: ["identity", "face"] }, undecided: false });
  });
  test("of two exclusive outcomes the one of higher priority stands, and the conflict shows", () => {
    const policy = policyOf("monitoring", [
      rule("M-1", 1, always, { type: "unfreeze" }),
      rule("M-2", 2, always, { type: "freeze" }),
      rule("M-3", 1, always, { type: "reduce", params: { toFen: 500, asOffer: true } }),
    ], { exclusive: [["freeze", "unfreeze"]] });
    expect(decide(policy, "monitoring", "month-end")).toMatchObject({ types: ["freeze", "reduce"], params: { "reduce.toFen": 500, "reduce.asOffer": true }, because: ["M-2", "M-3"], conflict: true });
  });
  test("in monitoring what is certain stands beside what a missing fact leaves open", () => {
    const policy = policyOf("monitoring", [
      rule("M-1", 1, always, { type: "remind", params: { channel: "app" } }),
      rule("M-2", 2, { all: [leaf("bureau.score", "lessThan", 500)] }, { type: "freeze" }),
    ], { onMissing: { type: "alert", params: { level: "low" } } });
    expect(decide(policy, "monitoring", "month-end", { "bureau.score": null })).toMatchObject({ types: ["remind", "alert"], because: ["M-1"], undecided: true });
  });
  test("two rules of a unique type leave it to onMissing, marked as a conflict", () => {
    const policy = policyOf("enrolment", [rule("E-1", 2, always, { type: "enrol" }), rule("E-2", 1, always, { type: "enrol" })], { combine: { enrol: "unique" }, onMissing: { type: "review", params: { queue: "errors" } } });
    expect(decide(policy, "enrolment", "application")).toMatchObject({ type: "review", params: { queue: "errors" }, undecided: true, conflict: true });
  });
  test("words of a fact in a param come out as words", () => {
    const policy = policyOf("pricing", [rule("P-1", 1, always, { type: "price", params: { subsidisedBy: { fact: "lender.type" }, terms: [3, 6] } })]);
    expect(decide(policy, "pricing", "purchase", { "lender.type": "microlender" }).params).toEqual({ subsidisedBy: "microlender", terms: [3, 6] });
  });
  test("outcomes and params have the same places at every moment", () => {
    const [one, two] = (["booking", "request"] as const).map((moment) => compileDecision({ policy: limit, decision: "limit", moment, layout, known: new Map() }));
    expect([one?.outcomes, one?.params, one?.texts, one?.rules]).toEqual([two?.outcomes, two?.params, two?.texts, two?.rules]);
  });
});

test("plain facts get the policy's parameters and derived facts; what cannot be computed is left out", () => {
  const policy = policyOf("limit", []);
  expect([...knownFacts(policy)]).toEqual([["param.minScore", 640]]);
  expect(deriveFacts(policy, { "customer.incomeMonthlyFen": 405_000, "bureau.debtFen": null })).toEqual({ "param.minScore": 640, "customer.incomeMonthlyFen": 405_000, "bureau.debtFen": null, "derived.capFen": 1_210_000 });
  expect(deriveFacts(policy, { "param.minScore": 700, "customer.incomeMonthlyFen": 0, "bureau.debtFen": 5 })).toEqual({ "param.minScore": 700, "customer.incomeMonthlyFen": 0, "bureau.debtFen": 5, "derived.capFen": 0 });
});

test("no word of a file becomes code", () => {
  const evil = "0];globalThis.planted=1;//`${globalThis.planted=1}`";
  const named: FactDefinition = { ...common, name: evil, nullable: true, type: "enum", values: [evil, "b", "c"], typical: "b" };
  const evilDictionary = extendDictionary(dictionary, [named]);
  const policy = {
    ...policyOf("enrolment", [
      rule(evil, 2, { all: [{ fact: evil, operator: "in", value: [evil, "c"] }, { condition: evil }] }, { type: "review", params: { queue: evil, level: { fact: evil } } }),
      rule("E-2", 1, always, { type: evil }),
    ], { conditions: { [evil]: { any: [leaf(evil, "notEqual", evil), leaf(evil, "greaterThan", evil)] } } }),
    dictionary: evilDictionary,
  };
  const compiled = compileDecision({ policy, decision: "enrolment", moment: "application", layout: layoutFacts(evilDictionary), known: new Map() });
  const outcome = compiled.newOutcome();
  const row = Float64Array.from(evilDictionary.facts.values(), (fact) => encodeFact(fact, { ...typical, [evil]: "c" }[fact.name] ?? null));
  compiled.decide(row, outcome);
  expect(readOutcome(compiled, outcome)).toMatchObject({ type: "review", params: { queue: evil, level: "c" }, because: [evil] });
  expect(Object.hasOwn(globalThis, "planted")).toBe(false);
});

test("what is no number is never written into code", () => {
  const derived = [{ name: "derived.capFen", title: { en: "", zh: "" }, derivation: { times: ["customer.age", 2], roundDownTo: "1;globalThis.planted=1" } }];
  const policy = { ...policyOf("limit", [rule("L", 1, always, { type: "tier", params: { limitFen: { fact: "derived.capFen" } } })]), derived } as unknown as Policy;
  expect(() => compileDecision({ policy, decision: "limit", moment: "booking", layout, known: new Map() })).toThrow("only numbers");
});

test.each([0, 1, 7, 64, 65])("a batch of %i rows is decided like the rows one by one", (count) => {
  const policy = policyOf("enrolment", [
    rule("E-1", 2, { all: [leaf("bureau.score", "lessThan", 600)] }, { type: "decline", params: { reason: "score" } }),
    rule("E-2", 1, { any: [leaf("customer.age", "greaterThan", 40), leaf("device.isRooted", "equal", true)] }, { type: "invite", params: { offerDays: { fact: "customer.age" } } }),
  ]);
  const input = { policy, decision: "enrolment", moment: "application", layout, known: new Map() } as const;
  const rows = Array.from({ length: count }, (_, index) => rowOf({ "customer.age": 20 + ((index * 7) % 40), "bureau.score": index % 5 === 0 ? null : 400 + ((index * 37) % 400), "device.isRooted": index % 3 === 0 }));
  const compiled = compileDecision(input);
  const outcome = compiled.newOutcome();
  const alone = rows.map((row) => {
    compiled.decide(row, outcome);
    return readOutcome(compiled, outcome);
  });
  const together: unknown[] = [];
  const columns = Array.from({ length: layout.size }, (_, slot) => Float64Array.from(rows, (row) => row[slot] ?? NaN));
  compileColumns(input).decide(columns, count, (_, decided) => void together.push(readOutcome(compiled, decided)));
  expect(together).toEqual(alone);

  const rules = compileRules({ rules: policy.decisions.enrolment.rules, named: {}, layout, known: new Map() });
  const make = (words: number) => ({ fired: new Int32Array(words), open: new Int32Array(words), failed: new Int32Array(words) });
  const [batch, single] = [make(count), make(1)];
  rules.judgeColumns({ facts: columns }, count, batch);
  rows.forEach((row, index) => {
    rules.judge(row, [], single);
    expect([batch.fired[index], batch.open[index], batch.failed[index]]).toEqual([single.fired[0], single.open[0], single.failed[0]]);
  });
});

describe("laws by date", () => {
  const law = (id: string, conditions: Condition, more: Partial<Pick<LawRule, "trigger">> & Pick<LawRule, "effectiveFrom" | "effectiveTo"> = {}): LawRule =>
    ({ id, title: { en: "", zh: "" }, trigger: "pricing", conditions, severity: "high", citation: { en: "", zh: "" }, remedy: { en: "", zh: "" }, actors: [], verification: "text", core: true, houseStandard: false, counts: "persons", ...more });
  const withLaw = extendDictionary(dictionary, [number("law.cap")]);
  const lawLayout = layoutFacts(withLaw);
  const packOf = (name: string, rules: readonly LawRule[], values: readonly { readonly from: string; readonly value: number }[]): LawPack =>
    ({ name, title: { en: "", zh: "" }, stateOfLaw: "2026-11-22", parameters: [{ name: "law.cap", title: { en: "", zh: "" }, values, houseStandard: false }], rules, conditions: {}, dictionary: withLaw, file: `${name}.json` });
  const overCap: Condition = { all: [leaf("bureau.debtFen", "greaterThan", { fact: "law.cap" })] };
  const cn = packOf("cn", [law("CN-1", overCap), law("CN-2", always, { effectiveFrom: "2026-08-01", effectiveTo: "2026-09-30" }), law("CN-3", always, { trigger: "billing" })], [{ from: "2020-01-01", value: 100 }, { from: "2026-01-01", value: 50 }]);
  const uk = packOf("uk", [law("UK-1", overCap)], [{ from: "2027-01-01", value: 10 }]);

  function judge(packs: readonly LawPack[], date: string, debt: number | null) {
    const compiled = compileLaw({ packs, act: "pricing", date, layout: lawLayout, known: new Map() });
    const [violated, inconclusive] = [new Int32Array(compiled.words), new Int32Array(compiled.words)];
    const row = Float64Array.from(withLaw.facts.values(), (fact) => (fact.name === "bureau.debtFen" && debt !== null ? debt : NaN));
    compiled.judge(row, violated, inconclusive);
    const named = (words: Int32Array): readonly string[] => compiled.rules.filter((_, index) => (((words[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1).map((each) => each.id);
    return { violated: named(violated), inconclusive: named(inconclusive), rules: compiled.rules.map((each) => each.id), reads: compiled.reads };
  }

  test("a rule speaks from its first day to its last", () => {
    expect(judge([cn], "2026-07-31", 0).rules).toEqual(["CN-1"]);
    expect(judge([cn], "2026-08-01", 0).violated).toEqual(["CN-2"]);
    expect(judge([cn], "2026-09-30", 0).violated).toEqual(["CN-2"]);
    expect(judge([cn], "2026-10-01", 0).rules).toEqual(["CN-1"]);
  });
  test("the law's parameter has its value on the date, and each pack its own", () => {
    expect(judge([cn], "2025-12-31", 60).violated).toEqual([]);
    expect(judge([cn], "2026-01-01", 60).violated).toEqual(["CN-1"]);
    expect(judge([cn, uk], "2027-01-01", 20)).toMatchObject({ violated: ["UK-1"], inconclusive: [], reads: ["bureau.debtFen"] });
  });
  test("a parameter before its first date is missing, and a missing fact never passes", () => {
    expect(judge([uk], "2026-12-31", 20).inconclusive).toEqual(["UK-1"]);
    expect(judge([cn], "2026-07-01", null).inconclusive).toEqual(["CN-1"]);
  });
  test("more than 32 rules take more words", () => {
    const many = packOf("many", Array.from({ length: 70 }, (_, index) => law(`R-${index}`, index % 3 === 0 ? overCap : index % 3 === 1 ? always : { not: always })), [{ from: "2020-01-01", value: 50 }]);
    const found = judge([many], "2026-11-22", 60);
    expect(found.violated).toEqual(found.rules.filter((_, index) => index % 3 !== 2));
    expect(judge([many], "2026-11-22", null).inconclusive).toEqual(found.rules.filter((_, index) => index % 3 === 0));
  });
  test("rules are compiled once for all that stands the same, and again where a known fact, a slot or a date is another", () => {
    const input = { packs: [cn, uk], act: "pricing" as const, date: "2026-07-01", layout: lawLayout, known: new Map() };
    const once = compileLaw(input);
    expect(compileLaw({ ...input, layout: layoutFacts(withLaw), known: new Map([["bureau.enquiries", 3]]) })).toBe(once);
    const others = [
      { ...input, date: "2025-07-01" },
      { ...input, act: "billing" as const },
      { ...input, packs: [cn] },
      { ...input, known: new Map([["bureau.debtFen", 60]]) },
      { ...input, also: new Map([["bureau.debtFen", 60]]) },
      { ...input, layout: { ...lawLayout, slot: (name: string) => lawLayout.slot(name) + 1 } },
      { ...input, signPlaces: { size: 2, slot: () => 1 } },
    ].map((other) => compileLaw(other));
    expect(new Set([once, ...others]).size).toBe(others.length + 1);
    // What is known is known: 60 is over the cap whatever stands in the row.
    const [violated, open] = [new Int32Array(1), new Int32Array(1)];
    others[3]?.judge(new Float64Array(lawLayout.size).fill(NaN), violated, open);
    expect([violated[0], open[0]]).toEqual([1, 2]);
  });
  test("an act without rules is judged by nothing", () => {
    const compiled = compileLaw({ packs: [cn], act: "marketing", date: "2026-11-22", layout: lawLayout, known: new Map() });
    expect([compiled.rules, compiled.reads]).toEqual([[], []]);
  });
});
