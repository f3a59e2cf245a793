import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { displayWidth } from "../../src/base/index.ts";
import { measures } from "../../src/statistics/index.ts";
import type { ImportSummary, RunReport } from "../../src/verdict/index.ts";
import { csv, json, lawsCsv, markdown, pretty, seriesCsv, vintagesCsv, type TextOptions } from "../../src/view/index.ts";
import { expectation, inputs, laws, lawRule, reportOf, request } from "../verdict/report-of.ts";
import { tallyOf } from "../statistics/tally-of.ts";

const plain: TextOptions = { lang: "en", color: false, width: 100, ascii: false };
const report = reportOf({ showMonths: true, expectations: [expectation({ equals: 0 }), expectation({ policy: "silent", measure: "ever90PlusAtMonth12", atMost: 0.05, name: "90+ stays low" })] });
const imported: ImportSummary = {
  rows: 30_000, customers: 29_990, imported: ["customer.age"], constant: ["customer.region"], synthesised: ["device.riskScore", "shop.tenureMonths"],
  problems: [{ kind: "undocumented-code", count: 14, title: { en: "undocumented code of `EDUCATION`", zh: "`EDUCATION` 的代码未见于说明" }, places: [{ row: 12, column: "X3", value: "0" }] }],
  outcomeColumn: "Y",
};
const importedReport = reportOf({
  inputs: { ...inputs, import: imported },
  runs: request().runs.map((run) => ({ ...run, tallies: [tallyOf({ counters: { realKnownEnrolled: 200, realBadEnrolled: 30, realKnownNotEnrolled: 100, realBadNotEnrolled: 40 } })] })),
});

const everyForm = (each: RunReport): readonly string[] => [
  ...(["en", "zh"] as const).flatMap((lang) => [80, 120, 200].map((width) => pretty(each, { lang, color: false, width, ascii: width === 120 }))),
  markdown(each, { lang: "en" }),
  markdown(each, { lang: "zh" }),
];

test("the summary shows policies side by side, what to see, law and the sketch", () => {
  const text = pretty(report, { ...plain, width: 200 });
  expect(text).toContain("Ever 90+ by month 12 on book  4.00%   [2.30, 6.86]  1.33% + [0.37, 4.73]");
  expect(text).toContain("Accounts opened unasked: Consent first 0.00% against Silent auto-enrolment 92.9%: better.");
  expect(text).toContain("2 of 3 modelled rules matched (1 critical), 1 inconclusive, 1 rests on declarations; not legal advice");
  expect(text).toContain("rule matched: as simulated, would breach: rule A (Act art 1)");
  expect(text).toMatch(/A\s+critical\s+650\s+\.\s+text read/u);
  expect(text).toContain("4.00% |                                                A");
  expect(text).toMatch(/undecided\n {2}90\+ stays low/u);
});

test("what rests on an assumption is marked, with the break-even where the ranking turns", () => {
  const text = pretty(report, { ...plain, width: 200 });
  expect(text).toContain("First-payment default *");
  expect(text).toMatch(/Assumed \(set base\); the ranking turns where the true value of\s+Silent auto-enrolment is 0\.50× what\s+came out\./u);
  expect(markdown(report, { lang: "zh" })).toContain("首期违约率 *假设*");
});

test("every line fits the width, in both languages", () => {
  for (const each of [report, importedReport]) {
    for (const lang of ["en", "zh"] as const) {
      for (const width of [80, 100, 200]) {
        for (const line of pretty(each, { lang, color: false, width, ascii: false }).split("\n")) {
          expect(displayWidth(line), line).toBeLessThanOrEqual(width);
        }
      }
    }
  }
});

test("columns of a Chinese table stand under each other", () => {
  const lines = pretty(report, { ...plain, lang: "zh", width: 120 }).split("\n");
  const rows = lines.slice(lines.indexOf("风险") + 3).filter((line) => /%.*%/u.test(line)).slice(0, 3);
  const at = rows.map((line) => displayWidth(line.slice(0, line.indexOf("%"))));
  expect(rows).toHaveLength(3);
  expect(new Set(at).size).toBe(1);
});

test("ASCII asked for is ASCII, colour asked for is the same text in colour", () => {
  expect(pretty(report, { ...plain, ascii: true })).toMatch(/^[\n\x20-\x7e]*$/u);
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "gu");
  expect(pretty(report, { ...plain, color: true }).replaceAll(escapes, "")).toBe(pretty(report, plain));
});

test("no form speaks of illegal or compliant, and every form says that it is no legal advice", () => {
  for (const text of everyForm(report)) {
    expect(text).not.toMatch(/illegal|compliant|unlawful/iu);
    expect(text).not.toMatch(/违法|合规|NaN|undefined|Infinity/u);
    expect(text).toMatch(/not legal advice|不构成法律意见/iu);
  }
});

test("an imported run says what is synthetic, what was odd, and the real bad rate of both sides", () => {
  for (const text of [pretty(importedReport, { ...plain, width: 120 }), markdown(importedReport, { lang: "en" })]) {
    expect(text).toMatch(/synthetic, drawn because the file lacks them/iu);
    expect(text).toContain("shop.tenureMonths");
    expect(text).toMatch(/Real bad rate among the enrolled .*15\.0%/u);
    expect(text).toMatch(/Real bad rate among those not enrolled .*40\.0%/u);
    expect(text).toContain("14");
  }
});

test("Markdown defines every measure, keeps the two calibration lists apart, and names the hashes", () => {
  const text = markdown(report, { lang: "en" });
  for (const { name } of measures) expect(text).toContain(`\`${name}\``);
  expect(text.indexOf("### Tuned to")).toBeGreaterThan(0);
  expect(text.indexOf("### Checked against")).toBeGreaterThan(text.indexOf("### Tuned to"));
  expect(text).toContain("| scenarios/baseline.json | `ab` |");
  expect(text).toMatch(/\| \*\*A\*\* rule A \| critical \| 650 \| 650 \|/u);
  expect(text).toContain("3 @ 2026-11-01; 8 @ 2026-12-01");
  const widths = text.split("\n").filter((line) => line.startsWith("|")).map((line) => line.replaceAll("\\|", "").split("|").length);
  expect(Math.min(...widths)).toBeGreaterThan(3);
});

test("CSV parses back, one row a measure, policy and month", () => {
  const { data, errors } = Papa.parse<Record<string, string>>(csv(report), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(2 * measures.length * (1 + report.inputs.months));
  const found = data.find((row) => row["policy"] === "silent" && row["measure"] === "ever90PlusAtMonth12" && row["group"] === "");
  expect(found).toMatchObject({ unit: "share", value: "0.04", numerator: "12", denominator: "300", kind: "sampling", assumed: "false" });
  for (const text of [lawsCsv(report), vintagesCsv(report), seriesCsv(report)]) expect(Papa.parse(text, { header: true, skipEmptyLines: true }).errors).toEqual([]);
  expect(lawsCsv(report)).toContain('"3@0 8@1"');
});

test("JSON is the report, byte for byte the same", () => {
  expect(JSON.parse(json(report))).toEqual(JSON.parse(JSON.stringify(report)));
  expect(json(report)).toBe(json(reportOf({ showMonths: true, expectations: [expectation({ equals: 0 }), expectation({ policy: "silent", measure: "ever90PlusAtMonth12", atMost: 0.05, name: "90+ stays low" })] })));
});

test("hostile names and titles stay text in every form", () => {
  const text = fc.oneof(fc.string({ unit: "binary", minLength: 1, maxLength: 30 }), fc.constantFrom("\u001b]0;x\u0007", "=cmd()", "|x|y|", "<b>", "\u202E", "`rm`", "a\r\nb"));
  const control = /[\p{Cc}\u202a-\u202e]/u;
  fc.assert(
    fc.property(text, (evil) => {
      const words = { en: evil, zh: evil };
      const each = reportOf({
        inputs: { ...inputs, scenario: evil, title: words, seed: evil },
        runs: request().runs.map((run) => ({ ...run, title: words })),
        laws: [lawRule("A", { title: words, citation: words, remedy: words }), ...laws.slice(1)],
      });
      for (const form of [...everyForm(each), csv(each), lawsCsv(each)]) expect(form.replaceAll("\n", "")).not.toMatch(control);
      expect(markdown(each, { lang: "en" })).not.toMatch(/<[a-z]/iu);
      expect(Papa.parse(lawsCsv(each), { header: true, skipEmptyLines: true }).errors).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test("a run of one policy, without law packs, and one without data have no holes", () => {
  const alone = reportOf({ challengers: [], runs: request().runs.slice(0, 1), laws: [], expectations: [] });
  const text = pretty(alone, plain);
  expect(text).toContain("No law pack was put to the acts of this run.");
  expect(text).not.toContain("Trade-off\n");
  const empty = reportOf({ runs: request().runs.map((run) => ({ ...run, tallies: [tallyOf({})] })), expectations: [] });
  for (const form of everyForm(empty)) expect(form).not.toMatch(/NaN|undefined|Infinity/u);
  expect(pretty(empty, plain)).toContain("no data");
});

test("groups and months asked for are shown, policy by policy", () => {
  const groups = new Map([["1", [tallyOf({ customers: 400, months: 24, counters: { openAccounts: 100 } })]]]);
  const runs = request().runs.map((run) => ({ ...run, groups }));
  const each = reportOf({ runs, groupBy: ["customer.cityTier"], showGroups: true, showMonths: true });
  const text = pretty(each, { ...plain, width: 160 });
  expect(text).toMatch(/By group: A silent\n.*\ncityTier=1\s+400\s+25\.0%/u);
  expect(text).toMatch(/By month: B asked\n.*\n2026-11-01/u);
  expect(markdown(each, { lang: "en" })).toContain("| cityTier=1 | 400 |");
});
