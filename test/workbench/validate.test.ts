// The ladder of validation: the simulator against closed forms, itself and published figures; and that it can fail.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { exactly, none, ordered, rungs, sampled, banded, validationFindings, exitCode, type ValidationLine } from "../../src/verdict/index.ts";
import { openProject } from "../../src/workbench/project.ts";
import { calibrated, ladder } from "../../src/workbench/validate/ladder.ts";
import { delayedImpact } from "../../src/workbench/validate/delayed-impact.ts";
import { fairCriteria } from "../../src/workbench/validate/fair-criteria.ts";
import { openLab, type Lab } from "../../src/workbench/validate/lab.ts";
import { commandLine, quietWorld, root } from "./world.ts";

const lab = openLab(openProject(quietWorld()), "validate");
const customers = 3000;
const data = join(root, "..", "shared", "data");
const atHand = existsSync(data);
if (!atHand) process.stderr.write(`skipped: the published data are not in ${data}\n`);
const noTable = (): undefined => undefined;
let lines: readonly ValidationLine[] = [];
beforeAll(() => {
  lines = ladder.flatMap(({ run }) => run({ lab, customers, table: noTable }));
});

const rungOf = (rung: string, examined: Lab): readonly ValidationLine[] => ladder.find((each) => each.rung === rung)?.run({ lab: examined, customers, table: noTable }) ?? [];
const said = (which: readonly ValidationLine[]) => which.map(({ name, verdict, got, low, high }) => ({ name, verdict, got, low, high }));

test("every check on the simulator itself is held, whatever published figures say", () => {
  expect(said(lines.filter(({ rung, verdict }) => rung !== "band" && verdict !== "held"))).toEqual([]);
  expect(rungs.filter((rung) => rung !== "golden" && lines.filter((line) => line.rung === rung).length < 5)).toEqual([]);
  const names = lines.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("a published range is missed exactly where the figure lies outside, and only warns", () => {
  const bands = lines.filter(({ rung }) => rung === "band");
  const inside = ({ got, low, high }: ValidationLine): boolean => got !== null && low !== null && high !== null && low <= got && got <= high;
  expect(bands.filter((line) => (line.verdict === "held") !== inside(line))).toEqual([]);
  const missed = banded({ rung: "band", name: "x", title: { en: "x", zh: "甲" } }, 3.1, 1.5, 3);
  expect(missed).toMatchObject({ verdict: "missed", low: 1.5, high: 3, got: 3.1 });
  expect([exitCode(validationFindings([missed])), exitCode(validationFindings([missed]), "warning")]).toEqual([0, 1]);
});

test("a cure that is a fifth too rare, and an economy that nobody feels, are found", () => {
  const rare: Lab = { ...lab, assuming: (changes) => lab.assuming({ ...changes, ...(changes.cureForgetters === undefined ? {} : { cureForgetters: changes.cureForgetters * 0.8 }) }) };
  expect(rungOf("markov", rare).find(({ name }) => name === "markov.cured1")?.verdict).toBe("broken");
  const numb: Lab = { ...lab, prepare: (trial) => lab.prepare({ ...trial, environment: lab.environment("steady") }) };
  expect(rungOf("vasicek", numb).find(({ name }) => name === "vasicek.played")?.verdict).toBe("broken");
});

test("each kind of check can be held, broken and undecided", () => {
  const words = { rung: "shape", name: "x", title: { en: "x", zh: "甲" } } as const;
  expect([exactly(words, 1.00004, 1, 4).verdict, exactly(words, 1.00006, 1, 4).verdict, exactly(words, Number.NaN, 1, 4).verdict]).toEqual(["held", "broken", "undecided"]);
  expect([sampled(words, 100, 1000, 0.11).verdict, sampled(words, 100, 1000, 0.2).verdict, sampled(words, 20, 199, 0.1).verdict, sampled(words, 0, 0, 0.1).verdict]).toEqual(["held", "broken", "undecided", "undecided"]);
  expect([ordered(words, 1, { high: 1 }).verdict, ordered(words, 1.01, { high: 1 }).verdict, ordered(words, 0, { low: 1 }).verdict, ordered(words, null, { high: 1 }).verdict]).toEqual(["held", "broken", "broken", "undecided"]);
  expect([none(words, 0).verdict, none(words, 1).verdict]).toEqual(["held", "broken"]);
  expect(exitCode(validationFindings([none(words, 1)]))).toBe(1);
  expect(exitCode(validationFindings([ordered(words, null, {})]))).toBe(3);
});

test("tuned to and checked against are two lists, and what was held out was not tuned to", () => {
  const { tunedTo, checkedAgainst } = calibrated({ lab, customers });
  expect(tunedTo.filter(({ heldOut }) => heldOut)).toEqual([]);
  const predicted = checkedAgainst.filter(({ heldOut, model, gap }) => heldOut && model !== null && gap !== null);
  expect(predicted.length).toBeGreaterThanOrEqual(3);
  const title = (line: (typeof tunedTo)[number]): string => `${line.measure} ${line.target.low} ${line.target.high}`;
  expect(checkedAgainst.map(title).filter((one) => tunedTo.map(title).includes(one))).toEqual([]);
  const debt = tunedTo.find(({ title: { en } }) => en.startsWith("debt drawn"));
  expect(debt?.model).toBeGreaterThan(0);
});

test.runIf(atHand)("AUC, KS, information value and thresholds are those published for three data sets", async () => {
  const { code, stdout } = await commandLine(["validate", "--run", "golden", "--data", data, "--json"]);
  const told = JSON.parse(stdout) as { readonly lines: readonly ValidationLine[] };
  expect(told.lines.length).toBeGreaterThan(30);
  expect([code, said(told.lines.filter(({ verdict }) => verdict !== "held"))]).toEqual([0, []]);
});

test.runIf(atHand)("fairness criteria run through rule files: a rule that is a step too strict is found, and so is harm", async () => {
  const read = (file: string): readonly (readonly string[])[] => readFileSync(join(data, file), "utf8").trim().split(/\r?\n/u).map((line) => line.split(","));
  const through = (examined: Lab): readonly ValidationLine[] => [...fairCriteria(read, examined), ...delayedImpact(read, examined)];
  const found = through(lab);
  expect([found.length, said(found.filter(({ verdict }) => verdict !== "held"))]).toEqual([30, []]);
  // Demographic parity lends to more than half of the smaller group and lowers its mean score.
  expect(found.find(({ name }) => name === "golden.liu-parity-harms")?.got).toBeLessThan(-16);
  const strict: Lab = {
    ...lab,
    rewritten: (name, facts, files) => lab.rewritten(name, facts, { ...files, "enrolment.json": (text) => (files["enrolment.json"]?.(text) ?? "").replaceAll("greaterThanInclusive", "greaterThan") }),
  };
  const broken = through(strict).filter(({ verdict }) => verdict === "broken").map(({ name }) => name);
  expect(broken).toEqual(expect.arrayContaining(["golden.hardt-blind", "golden.hardt-approved-white", "golden.liu-approved-black", "golden.liu-opportunity-change"]));
});

test("the command says it in both languages and as JSON, and a pattern that matches nothing is never green", async () => {
  const en = await commandLine(["validate", "--run", "^vasicek.q"]);
  expect([en.code, en.stdout.match(/ held$/gmu)?.length]).toEqual([0, 5]);
  const zh = await commandLine(["validate", "--run", "closed-form.rate", "--lang", "zh"]);
  expect(zh.stdout).toContain("4 项成立，0 项不成立");
  expect(zh.stdout.match(/\b(?:held|expected|verdict)\b/u)).toBeNull();
  const json: unknown = JSON.parse((await commandLine(["validate", "--run", "closed-form", "--json"])).stdout);
  expect(json).toMatchObject({ schemaVersion: 1, lines: expect.arrayContaining([expect.objectContaining({ name: "closed-form.normal-cdf", verdict: "held" })]), calibration: null });
  expect((await commandLine(["validate", "--run", "closed-form.nothing"])).code).toBe(3);
  expect((await commandLine(["validate", "--run", "("])).code).toBe(2);
  expect((await commandLine(["validate", "--data", "test"])).stderr).toContain("has none of german.data");
});
