// Real rows through a policy and a score: by hand on a small file, against published values on two public ones.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { backtestShape } from "../../src/verdict/backtest/backtest-report.ts";
import type { BacktestReport } from "../../src/verdict/index.ts";
import { commandLine, root, type Said } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-backtest-"));
const data = join(root, "..", "shared", "data");
const [german, cards] = ["german.data", "UCI_Credit_Card.csv"].map((name) => join(data, name));
const atHand = existsSync(data);
if (!atHand) process.stderr.write(`skipped: the published data are not in ${data}\n`);

const text = { en: "applications", zh: "申请" };
/** A file without a header, cells parted by semicolons. */
const mapping = {
  name: "applications",
  title: text,
  delimiter: ";",
  missing: ["NA"],
  header: { rows: 0, names: ["nr", "age", "student", "income", "days-late", "debt", "queries", "score", "bad", "opened", "colour"] },
  id: "nr",
  facts: {
    "customer.age": { column: "age", unit: "years" },
    "customer.isCollegeStudent": { column: "student" },
    "customer.identityVerified": { constant: true },
    "customer.incomeMonthlyFen": { column: "income", unit: "yuan" },
    "bureau.hasFile": { constant: true },
    "bureau.maxDaysPastDue24m": { column: "days-late", unit: "days" },
    "bureau.debtToIncomeBps": { column: "debt", unit: "percent" },
    "bureau.queries6m": { column: "queries" },
    "bureau.score": { column: "score" },
  },
  attributes: { "file.colour": { column: "colour", values: { r: "red", g: "green" } } },
  outcome: { column: "bad", bad: ["1"], good: ["0"], unknown: ["?"] },
};
const rows = [
  "1;30;0;8000;0;20;0;700;0;2025-01-10;r", // enrolled
  "2;17;0;8000;0;20;0;700;0;2025-01-11;g", // a minor
  "3;30;0;8000;0;20;0;590;1;2025-01-12;r", // review
  "4;30;0;8000;0;20;0;570;1;2025-02-13;g", // declined
  "5;30;0;8000;0;20;0;;0;2025-02-14;r", // no score: undecided
  "6;30;0;8000;0;60;0;720;0;2025-02-15;r", // too much debt
  "7;30;0;8000;0;20;0;640;1;2025-03-16;g", // enrolled
  "8;21;1;8000;0;20;0;690;?;2025-03-17;r", // a student of a micro-lender
];

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  return path;
};
let [csv, map] = ["", ""];
beforeAll(() => {
  csv = write("rows.csv", rows.join("\n"));
  map = write("map.json", mapping);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (...more: readonly string[]): Promise<Said> => commandLine(["backtest", "consent-first", "--csv", csv, "--map", map, ...more]);
const report = async (args: readonly string[]): Promise<BacktestReport> => {
  const { code, stdout, stderr } = await commandLine(["backtest", ...args, "--json"]);
  expect(code, stderr).toBe(0);
  return backtestShape.parse(JSON.parse(stdout));
};
const small = async (...more: readonly string[]): Promise<BacktestReport> => report(["consent-first", "--csv", csv, "--map", map, ...more]);
const counts = (told: BacktestReport, at = 0) => Object.fromEntries(told.decisions[at]?.standings.map(({ standing, rows: all, known, bad }) => [standing, [all, known, bad]]) ?? []);

test("every row is decided as on paper, and one that lacks what a rule needs is told by fact and not dropped", async () => {
  const told = await small();
  expect(counts(told)).toEqual({ approved: [2, 2, 1], review: [1, 1, 1], declined: [4, 3, 1], undecided: [1, 1, 0] });
  expect(told.lacking).toEqual([{ policy: "consent-first", decision: "enrolment", moment: "application", fact: "bureau.score", rules: ["ENR-40", "ENR-41"], rows: 1 }]);
  expect(told.samples).toEqual([{ name: "all", rows: 8, known: 7, bad: 3, badRate: { value: 3 / 7, low: expect.closeTo(0.1582, 4), high: expect.closeTo(0.7495, 4) } }]);
  // All that this policy reads is in the file, so nothing rests on draws, although much else was drawn.
  expect(told.decisions[0]?.standings.map(({ onSynthetic }) => onSynthetic)).toEqual([0, 0, 0, 0]);
  expect(told.file.synthesised).toContain("shop.tenureMonths");
  expect(told.decisions[0]?.limit.granted).toMatchObject({ rows: 2, meanFen: 1_200_000 });
});

test("the score of the rows is ranked exactly, and every cut-off counts the same rows", async () => {
  const { score } = await small("--cut-offs", "7");
  const [one] = score?.samples ?? [];
  // Goods 700, 700, 720; bads 590, 570, 640: all pairs the right way round. One row has no score, one no outcome.
  expect(score).toMatchObject({ name: "bureau.score", origin: "imported", decides: true });
  expect(one).toMatchObject({ scored: 7, unscored: 1, goods: 3, bads: 3, auc: { value: 1, low: null }, ks: { value: 1 }, ksAt: 640 });
  const at = one?.cutOffs.find(({ from }) => from === 690);
  expect(at).toMatchObject({ approvedShare: { value: 4 / 8 }, badRateApproved: { value: 0 }, badRateDeclined: { value: 3 / 4 }, badsCaught: { value: 1 }, marginalBadRate: { value: null } });
  expect(one?.cutOffs.find(({ from }) => from === 640)?.marginalBadRate.value).toBe(1);
});

test("without a delimiter in the mapping the one is found that gives as many columns as it names, a space too", async () => {
  const path = write("guess.json", { ...mapping, delimiter: undefined });
  for (const delimiter of [" ", ",", "|"]) {
    const told = await report(["consent-first", "--csv", write("guess.csv", rows.map((row) => row.replaceAll(";;", `;NA;`).replaceAll(";", delimiter)).join("\n")), "--map", path]);
    expect([told.file.rows, told.score?.samples[0]?.scored], delimiter).toEqual([8, 7]);
  }
});

test("a second policy: in, out, kept and neither make up all rows", async () => {
  const { swaps } = await small("--against", "silent-auto-enrolment");
  const cells = swaps[0]?.cells ?? [];
  expect(cells.map(({ cell }) => cell)).toEqual(["swapIn", "swapOut", "keptIn", "keptOut"]);
  expect(cells.reduce((sum, { rows: all }) => sum + all, 0)).toBe(8);
  expect(cells[0]?.rows).toBe(0);
  const itself = await small("--against", "consent-first");
  expect(itself.swaps[0]?.cells.map(({ rows: all }) => all)).toEqual([0, 0, 2, 6]);
  expect(itself.swaps[0]?.marginalBadRate).toBeNull();
});

test("a split is by share, by value or by date, and both samples are told side by side", async () => {
  for (const split of ["25%", "opened>=2025-03-01", "nr>=7"]) expect((await small("--split", split)).samples.map(({ name, rows: all, known }) => [name, all, known])).toEqual([["in-sample", 6, 6], ["out-of-time", 2, 1]]);
  expect((await small("--split", "colour=g")).samples.map(({ rows: all }) => all)).toEqual([5, 3]);
});

test("what the file lacks stays missing where it is asked for, and is labelled where it is drawn", async () => {
  const path = write("less.json", { ...mapping, facts: { ...mapping.facts, "customer.incomeMonthlyFen": undefined } });
  const args = ["consent-first", "--csv", csv, "--map", path];
  const drawn = await report(args);
  // Not the minor and the student, who are declined all the same; row 5 stays undecided for want of its score.
  expect(drawn.synthetic.filter(({ decision }) => decision === "enrolment").map(({ fact, rows: all }) => [fact, all])).toEqual([["customer.incomeMonthlyFen", 5]]);
  const only = await report([...args, "--file-only"]);
  expect(counts(only)).toMatchObject({ approved: [0, 0, 0], declined: [2, 1, 0], undecided: [6, 6, 3] });
  expect(only.lacking.map(({ fact, rows: all }) => [fact, all])).toContainEqual(["customer.incomeMonthlyFen", 6]);
});

test("the same scorecard reads facts and columns of the file, and its calibration is held against the outcomes", async () => {
  const card = {
    title: { en: "colour and age", zh: "颜色与年龄" },
    basePoints: 600,
    characteristics: [
      { fact: "file.colour", bins: [{ in: ["red"], points: 50 }, { in: ["green"], points: -50 }], missing: 0 },
      { fact: "customer.age", bins: [{ below: 25, points: -10 }, { from: 25, points: 10 }] },
    ],
    calibration: [{ from: 300, defaultBps: 6000 }, { from: 600, defaultBps: 2500 }],
  };
  const { score } = await small("--scorecard", write("card.json", card));
  expect(score).toMatchObject({ name: "score.points", origin: "scorecard", draft: false, decides: false, syntheticInputs: [] });
  // Red: rows 1, 3, 5, 6 of known outcome, one bad; green: 2, 4, 7, two bad. Expected 4 · 0.25 + 3 · 0.6 = 2.8.
  expect(score?.samples[0]).toMatchObject({ goods: 4, bads: 3, calibration: { source: "scorecard", observedToExpected: { value: expect.closeTo(3 / 2.8, 12) } } });
  // Pairs: 660 against 660, 560 and 560, three times; 540 against the three. (3 · 2.5 + 0) ÷ 12.
  expect(score?.samples[0]?.auc.value).toBeCloseTo(7.5 / 12, 12);
  const wrong = await run("--scorecard", write("wrong.json", { ...card, characteristics: [{ fact: "file.color", bins: [{ in: ["red"], points: 1 }] }] }));
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("unknown fact `file.color`")]);
});

test.each<[string, () => Promise<Said>, RegExp, number?]>([
  ["a value that is neither good nor bad", () => withRow("9;30;0;8000;0;20;0;700;2;2025-04-01;r"), /outcome column `bad` holds values other than `0` \(good\) and `1` \(bad\)[^]*row 9/u],
  ["a column of outcomes named by hand", () => run("--outcome", "nr"), /outcome column `nr` holds values other than/u],
  ["one class only", () => run("--csv", write("good.csv", rows.map((row) => row.replace(/;1;2025/u, ";0;2025")).join("\n"))), /all 7 known outcomes are good/u],
  ["an unknown fact", () => run("--score", "bureau.scor"), /unknown fact `bureau.scor`[^]*did you mean `bureau.score`/u],
  ["a fact that ranks nobody", () => run("--score", "customer.gender"), /no number of a customer/u],
  ["a missing column", () => run("--csv", write("narrow.csv", rows.map((row) => row.split(";").slice(0, 9).join(";")).join("\n"))), /the mapping names 11 columns and the file has 9/u],
  ["a missing column of the split", () => run("--split", "month=3"), /no column `month`/u],
  ["an empty file", () => run("--csv", write("empty.csv", "")), /the file is empty/u],
  ["an empty sample", () => run("--split", "opened>=2030-01-01"), /no row is out-of-time/u],
  ["a file that is not there", () => run("--csv", "nowhere.csv"), /does not exist/u],
  ["no rows", () => commandLine(["backtest", "consent-first", "--map", map]), /--csv FILE/u],
  ["a mapping that is not there", () => run("--map", "uci-credit"), /no mapping `uci-credit`[^]*uci-credit-card/u],
  ["a split that is none", () => run("--split", "half"), /neither a share nor/u],
  ["a requirement that is none", () => run("--require", "acu>=0.7"), /did you mean `auc`/u],
  ["a scorecard that is not there", () => run("--scorecard", "german"), /no scorecard `german`[^]*german-credit/u],
  ["a moment that is none", () => run("--moment", "aplication"), /did you mean `application`/u],
])("%s is told once, clearly, with exit code 2", async (_, said, sentence) => {
  const { code, stdout, stderr } = await said();
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr.match(/^(?:error\[|policy-bench:)/gmu)?.length ?? 1, stderr).toBe(1);
});

const withRow = async (row: string): Promise<Said> => run("--csv", write("more.csv", [...rows, row].join("\n")));

test("lint holds a scorecard that stands by itself against the columns of the mappings", async () => {
  const shipped = await commandLine(["lint", "scenarios/scorecards/german-credit.json"]);
  expect([shipped.code, shipped.stdout]).toEqual([0, ""]);
});

test("what is required of the last sample decides the exit code, and a rate over nothing is said", async () => {
  const codes = await Promise.all([["auc>=0.9"], ["badRateApproved<=30%"], ["approvedShare>=90%"], ["psi<0.1"]].map(async (claims) => (await run(...claims.flatMap((claim) => ["--require", claim]))).code));
  // The area is 1 without an interval; one of the two approved went bad, which so few rows do not settle; few are approved; without a split nothing is known of PSI.
  expect(codes).toEqual([0, 3, 1, 3]);
  const nobody = await run("--moment", "registration");
  expect([nobody.code, nobody.stderr]).toEqual([0, expect.stringContaining("approves no row (all), so there is no bad rate of the approved")]);
  expect((await run("--split", "nr>=7")).stderr).toContain("1 known outcomes of one sample (out-of-time) are alike");
  expect(nobody.stdout).toMatch(/^approved +0 .*no data$/mu);
});

test("text, Markdown and CSV say the same in both languages, and nothing from the file escapes", async () => {
  const nasty = write("nasty.csv", [...rows, "=1+1|\u001b[31m;30;0;8000;0;20;0;x\u001b[2J;0;2025-04-01;r"].join("\n"));
  for (const format of ["pretty", "markdown", "csv"]) {
    const { code, stdout } = await run("--csv", nasty, "--format", format, "--split", "30%");
    expect([code, stdout.includes("\u001b")]).toEqual([0, false]);
    expect(stdout).toMatch(format === "csv" ? /^score,,in-sample,bureau.score,imported,auc,1,,$/mu : /AUC +\|? *1\.0000/u);
  }
  const zh = await run("--lang", "zh", "--against", "invited");
  expect(zh.stdout).toContain("换入换出，对照政策：invited");
  expect(zh.stdout.match(/\b(?:approved|declined|undecided|rows|bad rate)\b/u)).toBeNull();
});

test("the JSON is that of the published schema", () => {
  expect(z.toJSONSchema(backtestShape, { target: "draft-7" })).toMatchObject({ type: "object", additionalProperties: false });
});

test.runIf(atHand)("German credit: information values, AUC, KS and bad rate as published", async () => {
  const told = await report(["consent-first", "--csv", german ?? "", "--map", "german-credit", "--score", "file.durationMonths", "--higher-is-worse"]);
  const iv = new Map(told.information.map(({ fact, value }) => [fact, value.value ?? 0]));
  for (const [fact, value] of [["checkingStatus", 0.6660115034], ["creditHistory", 0.2932335474], ["purpose", 0.1691950657], ["savings", 0.1960095569], ["employment", 0.086433631], ["otherDebtors", 0.032019322], ["statusAndSex", 0.04467]] as const)
    expect(iv.get(`file.${fact}`), fact).toBeCloseTo(value, fact === "statusAndSex" ? 5 : 9);
  expect(told.samples[0]).toMatchObject({ rows: 1000, bad: 300 });
  expect([told.score?.samples[0]?.auc.value, told.score?.samples[0]?.ks.value]).toEqual([expect.closeTo(0.6285928571, 9), expect.closeTo(0.1919047619, 9)]);
  expect(told.file.problems).toEqual([]);
});

test.runIf(atHand)("German credit: the shipped scorecard, fitted on the first 700 rows, holds on the last 300", async () => {
  const told = await report(["consent-first", "--csv", german ?? "", "--map", "german-credit", "--scorecard", "german-credit", "--split", "30%", "--require", "auc>=0.7"]);
  const [fitted, later] = told.score?.samples ?? [];
  expect([fitted?.goods, fitted?.bads, later?.goods, later?.bads]).toEqual([493, 207, 207, 93]);
  expect([fitted?.auc.value, later?.auc.value]).toEqual([expect.closeTo(0.7964, 4), expect.closeTo(0.7954, 4)]);
  expect([fitted, later].map((one) => one?.calibration?.observedToExpected)).toEqual([expect.objectContaining({ value: expect.closeTo(1.013, 3) }), expect.objectContaining({ value: expect.closeTo(1.034, 3) })]);
  expect([told.score?.syntheticInputs, told.requirements[0]?.verdict]).toEqual([[], "held"]);
});

test.runIf(atHand)("UCI cards: repayment status ranks as published, and every decision says that income was drawn", async () => {
  const told = await report(["consent-first", "--csv", cards ?? "", "--map", "uci-credit-card", "--score", "file.payStatusSeptember", "--higher-is-worse", "--moment", "application"]);
  expect(told.samples[0]).toMatchObject({ rows: 30_000, bad: 6_636 });
  const [one] = told.score?.samples ?? [];
  expect([one?.auc.value, one?.ks.value]).toEqual([expect.closeTo(0.68971, 5), expect.closeTo(0.371675, 6)]);
  expect(told.information.find(({ fact }) => fact === "file.payStatusSeptember")?.value.value).toBeCloseTo(0.8771613, 6);
  expect(told.synthetic.find(({ fact }) => fact === "customer.incomeMonthlyFen")?.rows).toBe(30_000);
  const standings = told.decisions[0]?.standings ?? [];
  expect(standings.reduce((sum, { rows: all }) => sum + all, 0)).toBe(30_000);
});
