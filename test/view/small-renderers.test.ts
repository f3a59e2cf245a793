import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnose, displayWidth, readJson } from "../../src/base/index.ts";
import type { PopulationDescription } from "../../src/population/index.ts";
import type { History } from "../../src/simulation/index.ts";
import {
  compactDiagnostics, doctor, examples, explain, jsonDiagnostics, population, prettyDiagnostics, replay,
  type DoctorRow, type ExampleResult, type ExplainTrace, type TextOptions,
} from "../../src/view/index.ts";

const en: TextOptions = { lang: "en", color: false, width: 100, ascii: false };
const zh: TextOptions = { ...en, lang: "zh" };

const document = readJson(`{\n  "额度": { "fact": "customer.incomeMonthy" }\n}`, "limit.json");
const finding = diagnose({
  code: "unknown-fact",
  message: { en: "unknown fact `customer.incomeMonthy`", zh: "未知的事实 `customer.incomeMonthy`" },
  hint: { en: "did you mean `customer.incomeMonthlyFen`?", zh: "是否指 `customer.incomeMonthlyFen`？" },
  document,
  pointer: "/额度/fact",
});
const mild = diagnose({ code: "no-example", level: "warning", message: { en: "a rule has no example", zh: "有规则没有示例" } });

test("a finding has its code, place, frame, hint, and the findings are counted", () => {
  const text = prettyDiagnostics([finding, mild], en);
  expect(text).toContain("error[unknown-fact] limit.json:2:19\n  unknown fact `customer.incomeMonthy`\n");
  expect(text).toContain("hint: did you mean `customer.incomeMonthlyFen`?");
  expect(text).toMatch(/1 error, 1 warning\n$/u);
  expect(prettyDiagnostics([finding], zh)).toMatch(/错误\[unknown-fact\][\s\S]*1 个错误\n$/u);
  expect(prettyDiagnostics([], en)).toBe("");
});

test("the caret stands under its token even after Chinese", () => {
  const lines = prettyDiagnostics([finding], en).split("\n");
  const at = lines.findIndex((line) => line.includes("^"));
  const [source = "", carets = ""] = [lines[at - 1], lines[at]];
  const token = displayWidth(source.slice(0, source.indexOf(`"customer.incomeMonthy"`)));
  expect(carets.indexOf("^")).toBe(token);
});

test("compact findings are one line each, JSON findings carry both languages and no frame", () => {
  expect(compactDiagnostics([finding, mild], en)).toBe(
    "limit.json:2:19 error unknown-fact unknown fact `customer.incomeMonthy` (did you mean `customer.incomeMonthlyFen`?)\nwarning no-example a rule has no example\n",
  );
  const told: unknown = JSON.parse(jsonDiagnostics([finding]));
  expect(told).toMatchObject({ schemaVersion: 1, diagnostics: [{ code: "unknown-fact", place: { line: 2, column: 19 }, message: { zh: "未知的事实 `customer.incomeMonthy`" } }] });
  expect(JSON.stringify(told)).not.toContain("frame");
});

const trace: ExplainTrace = {
  policy: "consent-first",
  decision: "limit",
  moment: "booking",
  outcome: { type: "grant", params: { limitFen: 1_200_000 } },
  because: ["LIM-10"],
  undecided: false,
  missing: ["bureau.score"],
  rules: [
    {
      name: "LIM-10", title: { en: "best scores", zh: "高分" }, priority: 90, fired: true, event: { type: "tier", params: { limitFen: 2_000_000 } },
      conditions: {
        kind: "all",
        parts: [
          { kind: "leaf", fact: "score.points", operator: "greaterThanInclusive", value: 750, valueFact: "param.tierAScore", factValue: 760, result: true },
          { kind: "not", part: { kind: "leaf", fact: "customer.incomeMonthlyFen", operator: "lessThan", value: 100_000, factValue: 400_000, result: false } },
        ],
      },
    },
    { name: "LIM-20", priority: 80, fired: false, event: { type: "tier", params: {} }, conditions: { kind: "any", parts: [{ kind: "leaf", fact: "bureau.score", operator: "in", value: ["a", "b"], factValue: undefined, result: null }] } },
  ],
};

test("an explanation shows each condition with the fact's value, what was asked, and which rule decided", () => {
  const text = explain(trace, en);
  expect(text).toContain("consent-first / limit @ booking: grant (limitFen = ¥12,000.00)");
  expect(text).toContain("> LIM-10 best scores (priority 90): matched and decided");
  expect(text).toContain("+ score.points greaterThanInclusive param.tierAScore (750)");
  expect(text).toMatch(/- customer\.incomeMonthlyFen lessThan ¥1,000\.00\s+is ¥4,000\.00/u);
  expect(text).toMatch(/\. bureau\.score in \[a, b\]\s+not evaluated/u);
  expect(text).toContain("missing: bureau.score");
  expect(explain({ ...trace, because: [] }, en)).toContain("no rule decided");
  expect(explain({ ...trace, undecided: true }, zh)).toContain("缺失的事实可能改变结果");
});

const history: History = {
  customer: 17,
  entries: [
    { month: 0, kind: "act", name: "data-access", figures: { matched: 1, inconclusive: 2 }, rules: ["CN-DAT-001"] },
    { month: 0, kind: "decision", name: "enrolment", figures: { moment: "registration", outcome: "enrol", undecided: false }, rules: ["ENR-10"], facts: { "customer.age": 30, "bureau.score": null } },
    { month: 0, kind: "event", name: "booked", figures: { amount: 1 }, rules: [] },
    { month: 1, kind: "posting", name: "late-fee", figures: { debit: "late-fees", credit: "late-fee-income", amountFen: 1234 }, rules: [] },
    { month: 1, kind: "decision", name: "closure", figures: { moment: "request", outcome: "refuse", undecided: false, reason: "balance-due" }, rules: [], facts: {} },
    { month: 1, kind: "event", name: "something-new", figures: {}, rules: [] },
    { month: 1, kind: "month-end", name: "month-end", figures: { balanceFen: 56_700, daysPastDue: 1, knows: false }, rules: [] },
  ],
};
const context = {
  policy: { en: "Silent", zh: "静默" },
  startDate: "2026-11-01",
  rules: new Map([["CN-DAT-001", { en: "no lawful basis", zh: "缺乏合法性基础" }]]),
  reasons: new Map([["balance-due", { en: "a balance is due", zh: "有未结清款项" }]]),
};

test("a life is told month by month, with the rule behind each decision and every fen in yuan", () => {
  const text = replay(history, context, en);
  expect(text).toContain("Customer 17 under Silent");
  expect(text).toContain("2026-11-01  month 1\n  data read (inconclusive rules: 2)\n    rule matched: as simulated, would breach: CN-DAT-001 no lawful basis");
  expect(text).toContain("enrolment @ registration: enrol; because of ENR-10");
  expect(text).toContain("  account booked\n");
  expect(text).toContain("late fee charged ¥12.34 (late fees owed / late fee income)");
  expect(text).toContain("reason balance-due, a balance is due");
  expect(text).toContain("something-new");
  expect(text).toContain("month-end (owes ¥567.00; days past due 1; knows of it: no)");
  expect(replay(history, { ...context, facts: true }, en)).toContain("on customer.age 30, bureau.score missing");
});

test("a life in Chinese is Chinese, and an empty life says so", () => {
  const text = replay(history, context, zh);
  expect(text).toContain("规则命中，疑似违反：CN-DAT-001 缺乏合法性基础");
  expect(text).toContain("计收逾期费 ¥12.34 (应收逾期费 / 逾期费收入)");
  expect(text).toContain("开通 @ 注册：开通；依据 ENR-10");
  expect(replay({ customer: 1, entries: [] }, context, zh)).toContain("从未发生任何事");
});

test("the doctor says what is missing and what to do", () => {
  const rows: readonly DoctorRow[] = [
    { name: { en: "seed", zh: "种子" }, value: "baseline", source: { en: "default", zh: "默认" }, state: "ok" },
    { name: { en: "reports folder", zh: "报告目录" }, value: "reports/local", state: "missing", hint: { en: "create it", zh: "请创建" } },
  ];
  expect(doctor(rows, en)).toMatch(/seed\s+baseline\s+default\s+ok\n[\s\S]*reports folder: create it\n/u);
  expect(doctor(rows.slice(0, 1), zh)).toContain("一切就绪。");
});

test("a failed example shows what was expected and what came out, key by key", () => {
  const passed: ExampleResult = { policy: "p", decision: "limit", file: "limit.json", line: 7, name: "a high score is capped", moment: "booking", passed: true, expected: { type: "grant", limitFen: 100 }, got: { type: "grant", limitFen: 100 } };
  const failed: ExampleResult = { ...passed, passed: false, got: { type: "grant", limitFen: 250 } };
  expect(examples([passed, failed], en)).toBe(
    "failed a high score is capped (p / limit @ booking, limit.json:7)\n  limitFen: expected ¥1.00, got ¥2.50\n\n1 passed, 1 failed\n",
  );
  expect(examples([], zh)).toBe("没有找到示例\n");
});

const description: PopulationDescription = {
  customers: 30_000,
  kind: "imported",
  outcome: { known: 30_000, bad: 6636 },
  facts: [
    { fact: "customer.age", n: 30_000, missing: 0, origin: "file", kind: "number", unit: "years", mean: 35.5, standardDeviation: 9, quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => ({ share, value: 20 + share * 40 })) },
    { fact: "customer.incomeMonthlyFen", n: 0, missing: 30_000, origin: "synthesised", kind: "number", unit: "fen", mean: null, standardDeviation: null, quantiles: [] },
    { fact: "customer.gender", n: 29_000, missing: 1000, origin: "file", kind: "values", shares: [{ value: "female", count: 14_500, share: 0.5 }, { value: "male", count: 14_500, share: 0.5 }] },
  ],
};

test("a population is told fact by fact; what was drawn beside a file is marked", () => {
  const text = population(description, en);
  expect(text).toContain("30,000 imported customers");
  expect(text).toContain("22.1% (6,636 / 30,000)");
  expect(text).toMatch(/customer\.incomeMonthlyFen \*\s+no data/u);
  expect(text).toMatch(/customer\.gender\s+female 50\.0% {2}male 50\.0% {2}missing 3\.33%/u);
  expect(population(description, zh, new Map([["customer.age", { en: "age", zh: "年龄" }]]))).toContain("年龄");
});

test("hostile words stay harmless in every small renderer", () => {
  const control = /[\p{Cc}\u202a-\u202e]/u;
  const evil = fc.oneof(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), fc.constantFrom("\u001b[2J", "a\nb", "\u202E"));
  fc.assert(
    fc.property(evil, (text) => {
      const words = { en: text, zh: text };
      const forms = [
        prettyDiagnostics([{ code: text, level: "error", message: words, hint: words, place: { file: text, pointer: "", line: 1, column: 1, length: 1, frame: "" } }], en),
        explain({ ...trace, policy: text, outcome: { type: text, params: { [text]: text } }, because: [text] }, en),
        replay({ customer: 1, entries: [{ month: 0, kind: "decision", name: text, figures: { moment: text, outcome: text, reason: text }, rules: [text] }] }, { ...context, policy: words, person: text }, en),
        doctor([{ name: words, value: text, state: "missing", hint: words }], en),
        examples([{ policy: text, decision: text, file: text, name: text, moment: text, passed: false, expected: { type: text }, got: {} }], en),
      ];
      for (const form of forms) expect(form.replaceAll("\n", "")).not.toMatch(control);
    }),
    { numRuns: 60 },
  );
});

test("a key named after an object's own members is only a word", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    const told = replay({ customer: 1, entries: [{ month: 0, kind: "event", name, figures: {}, rules: [] }] }, context, en);
    expect(told).toContain(`  ${name}\n`);
    expect(explain({ ...trace, decision: name }, en)).toContain(`/ ${name} @`);
  }
});
