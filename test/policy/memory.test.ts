// What is remembered from one reading to the next: never anything that an edit has made another.
import { expect, test } from "vitest";
import { layoutFacts } from "../../src/facts/index.ts";
import { compileDecision, rememberedDecision, type DecisionName, type Policy, type SourceText } from "../../src/policy/index.ts";
import { changed, patch, read, validTexts } from "./fixtures.ts";

/** One edit after the other, of which each begins from the plain policy. */
const edits: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["policy.json", {}],
  ["policy.json", { "/parameters/minScore/value": 700 }],
  ["policy.json", { "/parameters/minScore/value": 850 }],
  ["policy.json", { "/parameters/minScore": undefined }],
  ["policy.json", { "/parameters/minScore/min": "low" }],
  ["policy.json", { "/parameters/tierLimitFen/value": 10_000 }],
  ["policy.json", { "/parameters/freeDays/max": 31 }],
  ["policy.json", { "/derived/incomeCapFen/times": ["customer.incomeMonthlyFen", 5] }],
  ["policy.json", { "/derived/incomeCapFen": undefined }],
  ["policy.json", { "/arrangements/guaranteed": undefined }],
  ["policy.json", { "/procedures/closure/factors": ["sms", "password"] }],
  ["policy.json", { "/name": "other" }],
  ["enrolment.json", { "/rules/0/conditions": { all: [{ fact: "param.minScore", operator: "greaterThan", value: 800 }] } }],
  ["limit.json", { "/rules/1/event/type": "teir" }],
];

const elsewhere = (files: readonly SourceText[], name: string): readonly SourceText[] => files.map(({ file, text }) => ({ text, file: file.replace("/plain/", `/${name}/`) }));
const said = (files: readonly SourceText[], folder: string): unknown => {
  const { policy, diagnostics } = read(files);
  return JSON.parse(JSON.stringify({ diagnostics, decisions: policy?.decisions, parameters: policy?.parameters, derived: policy?.derived }).replaceAll(`/${folder}/`, "/plain/"));
};

test("edit by edit, what is read is what is read of files never seen before", () => {
  edits.forEach(([name, changes], at) => {
    const files = changed(name, changes);
    expect(said(files, "plain"), `edit ${at}`).toEqual(said(elsewhere(files, `fresh${at}`), `fresh${at}`));
  });
});

test("a file is the same object where it names nothing that was edited, and another where it does", () => {
  const filesOf = (changes: Readonly<Record<string, unknown>>): Policy["decisions"] | undefined => read(changed("policy.json", changes)).policy?.decisions;
  const before = filesOf({});
  const after = filesOf({ "/parameters/minScore/value": 700 });
  expect(after?.enrolment).not.toBe(before?.enrolment);
  for (const name of ["limit", "pricing", "closure", "monitoring"] as const) expect(after?.[name]).toBe(before?.[name]);
});

test("a name in escapes counts as named", () => {
  const escaped = (value: number): readonly SourceText[] => validTexts.map(({ file, text }) => ({
    file: file.replace("/plain/", "/escaped/"),
    text: file.endsWith("/policy.json") ? patch(text, { "/parameters/minScore/value": value }) : text.replaceAll("param.minScore", String.raw`param.minSc\u006fre`),
  }));
  const [before, after] = [read(escaped(640)).policy?.decisions.enrolment, read(escaped(700)).policy?.decisions.enrolment];
  expect(after).toBeDefined();
  expect(after).not.toBe(before);
});

test("decisions are compiled once for all that stands the same, and decide as if compiled anew", () => {
  const decision = (changes: Readonly<Record<string, unknown>>, name: DecisionName, known: ReadonlyMap<string, number> = new Map()) => {
    const { policy } = read(changed("policy.json", changes));
    if (policy === undefined) throw new Error("the plain policy can be read");
    const layout = layoutFacts(policy.dictionary);
    const input = { policy, decision: name, moment: name === "limit" ? "booking" : "application", layout, known } as const;
    const remembered = rememberedDecision(input);
    for (const score of [600, 660, 720, NaN]) {
      const row = Float64Array.from(policy.dictionary.facts.values(), (fact) => (fact.name === "bureau.score" ? score : fact.type === "integer" || fact.type === "decimal" ? fact.max : 1));
      const [one, other] = [remembered, compileDecision(input)].map((each) => {
        const outcome = each.newOutcome();
        each.decide(row, outcome);
        return [each.outcomes[outcome.code], outcome.undecided, [...outcome.params], each.reads];
      });
      expect(one).toEqual(other);
    }
    return remembered;
  };
  const [enrolment, limit] = [decision({}, "enrolment"), decision({}, "limit")];
  expect(decision({}, "enrolment")).toBe(enrolment);
  expect(decision({ "/parameters/freeDays/value": 10 }, "limit")).toBe(limit);
  expect(decision({ "/parameters/minScore/value": 700 }, "enrolment")).not.toBe(enrolment);
  expect(decision({}, "enrolment", new Map([["param.minScore", 700]]))).not.toBe(enrolment);
  expect(decision({ "/parameters/tierLimitFen/value": 10_000 }, "limit")).not.toBe(limit);
  expect(decision({ "/derived/incomeCapFen/times": ["customer.incomeMonthlyFen", 5] }, "limit")).not.toBe(limit);
  // Of one file only so many forms are kept: those asked for last.
  for (let score = 400; score < 425; score += 1) decision({}, "enrolment", new Map([["param.minScore", score]]));
  expect(decision({}, "enrolment")).not.toBe(enrolment);
});
