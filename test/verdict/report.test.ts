import { expect, test } from "vitest";
import { z } from "zod";
import { readJson } from "../../src/base/index.ts";
import { exitCode, lawRuleWords, lawSentence, readReport, reportSchema, type Finding } from "../../src/verdict/index.ts";
import { inputs, lawRule, reportOf, request } from "./report-of.ts";
import { tallyOf } from "../statistics/tally-of.ts";

test("a report fits its published schema and reads back as it was", () => {
  const text = JSON.stringify(reportOf({ showMonths: true }));
  const { report, diagnostics } = readReport(readJson(text, "report.json"));
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(report)).toBe(text);
  const published = z.fromJSONSchema(JSON.parse(JSON.stringify(reportSchema())));
  expect(published.safeParse(JSON.parse(text)).success).toBe(true);
  expect(published.safeParse({ ...JSON.parse(text), schemaVersion: 2 }).success).toBe(false);
});

test("a report of another shape is refused with a finding for each mistake", () => {
  const wrong = { ...reportOf(), schemaVersion: 2, extra: true };
  const { report, diagnostics } = readReport(readJson(JSON.stringify(wrong), "report.json"));
  expect(report).toBeUndefined();
  expect(diagnostics).toHaveLength(2);
});

test("equal inputs give equal bytes, whatever the order of the hashes", () => {
  const { inputs } = request();
  const turned = { ...inputs, hashes: Object.fromEntries(Object.entries(inputs.hashes).reverse()) };
  expect(JSON.stringify(reportOf({ inputs: turned }))).toBe(JSON.stringify(reportOf()));
  expect(JSON.stringify(reportOf())).not.toContain("NaN");
});

test("law lines count persons, never events, and the summary splits them", () => {
  const [silent, asked] = reportOf().policies;
  expect(silent?.lawSummary).toEqual({
    modelled: 3,
    matched: 2,
    matchedCritical: 1,
    inconclusive: 1,
    notJudged: 0,
    restingOnDeclarations: 1,
    matchedOnDeclarations: 1, matchedOnHouseStandards: 0,
    matchedByVerification: { text: 1, secondary: 1, unverified: 0 },
    persons: 650,
  });
  expect(silent?.laws[0]).toMatchObject({ persons: 650, firstMonth: 0, cases: [{ customer: 3, month: 0 }, { customer: 8, month: 1 }] });
  expect(asked?.lawSummary).toMatchObject({ matched: 0, inconclusive: 0, notJudged: 1 });
});

test("the sentence about law counts rules and never says illegal or compliant", () => {
  const sentences = reportOf().policies.map(({ lawSummary }) => lawSentence(lawSummary));
  expect(sentences[0]?.en).toBe("2 of 3 modelled rules matched (1 critical), 1 inconclusive, 1 rests on declarations; not legal advice");
  expect(sentences[1]?.zh).toContain("未被适用");
  for (const { en, zh } of sentences) {
    expect(en).not.toMatch(/illegal|compliant/iu);
    expect(zh).not.toMatch(/违法|合规/u);
  }
});

test("with replications law counts are means, and the first month is the first of all", () => {
  const run = (persons: number, firstMonth: number) => tallyOf({ laws: [{ rule: "A", persons, firstMonth }] });
  const runs = request().runs.map((policy) => ({ ...policy, tallies: [run(10, 4), run(20, 2)] }));
  expect(reportOf({ runs, laws: [lawRule("A")] }).policies[0]?.laws[0]).toMatchObject({ persons: 15, firstMonth: 2 });
});

test("a rule rests on declarations when any of its conditions reads one, named conditions included", () => {
  const { title, citation, remedy, severity, verification } = lawRule("A");
  const rule = (id: string, conditions: unknown) => ({ id, title, citation, remedy, severity, verification, houseStandard: false, trigger: "enrolment", conditions });
  const pack = {
    name: "cn",
    parameters: [{ name: "law.closureDays", houseStandard: true }, { name: "law.aprCap", houseStandard: false }],
    conditions: { inner: { any: [{ fact: "contract.copyAvailable", operator: "equal", value: false }, { condition: "inner" }] } },
    rules: [
      rule("A", { all: [{ condition: "inner" }] }),
      rule("B", { all: [{ fact: "closure.workingDaysToDecision", operator: "greaterThan", value: { fact: "law.closureDays" } }] }),
      rule("C", { all: [{ fact: "price.allInApr", operator: "greaterThan", value: { fact: "law.aprCap" } }] }),
    ],
  };
  const words = lawRuleWords(pack, new Set(["contract.copyAvailable"]));
  expect(words.map(({ declared }) => declared)).toEqual([true, false, false]);
  expect(words.map(({ houseStandard }) => houseStandard)).toEqual([false, true, false]);
});

test("tuned to and checked against are two lists, and a gap is zero inside the target", () => {
  const { calibration } = reportOf();
  const line = calibration?.checkedAgainst.find(({ measure }) => measure === "approvalRate");
  expect(line).toMatchObject({ model: 0.8, gap: expect.closeTo(0.01, 12) });
  expect(calibration?.tunedTo.some(({ measure, model }) => measure === null && model === null)).toBe(true);
  expect(calibration?.policy).toBe("silent");
});

test("groups carry the names of their facts, and empty groups are left out", () => {
  const groups = new Map([["1 / female", [tallyOf({ customers: 400 })]], ["2 / male", [tallyOf({ customers: 0 })]]]);
  const runs = request().runs.map((run) => ({ ...run, groups }));
  const report = reportOf({ runs, groupBy: ["customer.cityTier", "customer.gender"], showGroups: true });
  expect(report.policies[0]?.groups.map(({ key, customers }) => [key, customers])).toEqual([["cityTier=1, gender=female", 400]]);
});

test("exit codes: could not run outranks findings, findings outrank undecided, undecided is never green", () => {
  const held: Finding = { kind: "verdict", verdict: "held" };
  const broken: Finding = { kind: "verdict", verdict: "broken" };
  const open: Finding = { kind: "verdict", verdict: "undecided" };
  const mild: Finding = { kind: "diagnostic", level: "warning" };
  expect(exitCode([])).toBe(0);
  expect(exitCode([held, mild])).toBe(0);
  expect(exitCode([mild], "warning")).toBe(1);
  expect(exitCode([held, broken, open])).toBe(1);
  expect(exitCode([held, open])).toBe(3);
  expect(exitCode([broken, { kind: "cannot-run" }])).toBe(2);
  expect(exitCode([{ kind: "nothing-to-check" }])).toBe(3);
  expect(exitCode([{ kind: "example", passed: false }])).toBe(1);
  expect(exitCode([{ kind: "verdict", verdict: "broken", level: "warning" }])).toBe(0);
});

test("over several economies the loss has a median, a bad case and a worst one", () => {
  const run = (loss: number) => tallyOf({ customers: 100, counters: { chargedOffFen: loss * 100 } });
  const losses = [5, 1, 9, 2, 8, 3, 7, 4, 6, 10];
  const [policy] = reportOf({ inputs: { ...inputs, replications: 10 }, runs: request().runs.map((one) => ({ ...one, tallies: losses.map(run) })) }).policies;
  expect(policy?.lossOverEconomies).toEqual({ runs: 10, medianFen: 5, nineTenthsFen: 9, worstFen: 10 });
});
