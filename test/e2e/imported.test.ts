// The public card data of 30,000 real customers (UCI), where the file is at hand: imported whole, and honest about it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProject, policyBench, requireBuild, root, type Ran } from "./bin.ts";

const csv = join(root, "..", "shared", "data", "UCI_Credit_Card.csv");
const here = existsSync(csv);
if (!here) process.stderr.write(`skipped: ${csv} is not there\n`);

const project = copyProject();
afterAll(() => project.dispose());

let ran: Ran;
let chinese: Ran;
beforeAll(async () => {
  requireBuild();
  if (!here) return;
  ran = await policyBench(["run", "scenarios/imported-customers.json", "--csv", csv], { cwd: project.folder });
  chinese = await policyBench(["run", "imported-customers", "--csv", csv, "--months", "1", "--lang", "zh", "-o", "json=zh.json"], { cwd: project.folder });
}, 300_000);

test.runIf(here)("30,000 rows become 30,000 customers who run under three policies", () => {
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain("30,000 rows, 30,000 customers");
  const { inputs, policies } = JSON.parse(project.read("reports/local/imported-customers.json"));
  expect(inputs).toMatchObject({ customers: 30_000, policies: ["silent-auto-enrolment", "consent-first", "invited"] });
  expect(policies).toHaveLength(3);
  expect(inputs.hashes["UCI_Credit_Card.csv"]).toMatch(/^[0-9a-f]{64}$/u);
});

test.runIf(here)("undocumented codes of the file are reported by column and code, with their number", () => {
  const problems: readonly { kind: string; count: number; title: { en: string } }[] = JSON.parse(project.read("reports/local/imported-customers.json")).inputs.import.problems;
  const codes = problems.filter(({ kind }) => kind === "undocumented-code").map(({ title, count }) => `${/`(\w+)`: code `(-?\d+)`/u.exec(title.en)?.slice(1).join("=")} ${count}`);
  expect(codes).toEqual(expect.arrayContaining(["X3=5 280", "X3=6 51", "X3=0 14", "X4=0 54", "X6=0 14737", "X6=-2 2759"]));
  for (const column of ["X3", "X4", "X6", "X7", "X8", "X9", "X10", "X11"]) expect(ran.stdout).toContain(`\`${column}\`: code`);
  expect(ran.stderr).toMatch(/^19 kinds of problems in the imported file are listed in the report/mu);
});

test.runIf(here)("facts that the file lacks are named as synthetic, in the text and in every file", () => {
  expect(ran.stdout).toMatch(/SYNTHETIC, drawn because the file lacks them \(\d+\):[\s\S]*customer\.incomeMonthlyFen[\s\S]*score\.points/u);
  expect(project.read("reports/local/imported-customers.md")).toContain("customer.incomeMonthlyFen");
  const { synthesised, imported } = JSON.parse(project.read("reports/local/imported-customers.json")).inputs.import;
  expect(synthesised).toContain("customer.incomeMonthlyFen");
  expect(imported).toEqual(expect.arrayContaining(["customer.age", "bureau.utilisationBps", "payment.onTimeShareBps"]));
  expect(synthesised.filter((fact: string) => imported.includes(fact))).toEqual([]);
  expect(chinese.stdout).toMatch(/合成/u);
});

test.runIf(here)("the real bad rate of those each policy would enrol, and of those it would not, adds up to the file's own", () => {
  const { policies } = JSON.parse(project.read("reports/local/imported-customers.json"));
  for (const { name, measures } of policies) {
    const of = (measure: string): { numerator: number; denominator: number; value: number } => measures.find((each: { name: string }) => each.name === measure);
    const [enrolled, others] = [of("realBadRateEnrolled"), of("realBadRateNotEnrolled")];
    expect(enrolled.numerator + others.numerator, name).toBe(6636);
    expect(enrolled.denominator + others.denominator, name).toBe(30_000);
    expect(enrolled.value, `${name} enrols the better ones`).toBeLessThan(others.value);
  }
  expect(ran.stdout).toMatch(/Real bad rate among the enrolled +\d/u);
});

test.runIf(here)("with --strict the problems are all listed, and nothing runs", async () => {
  const strict = await policyBench(["run", "imported-customers", "--csv", csv, "--strict", "-o", "json=strict.json"], { cwd: project.folder });
  expect(strict.code).toBe(2);
  expect(strict.stdout).toBe("");
  expect(strict.stderr).toMatch(/^19 errors$/mu);
  expect(project.files().some((file) => file.endsWith("strict.json"))).toBe(false);
});

test.runIf(here)("a customer of the file can be replayed, and described", async () => {
  const life = await policyBench(["replay", "imported-customers", "--csv", csv, "--customer", "29999"], { cwd: project.folder });
  expect(life.stdout).toContain("Customer 29999 under Silent auto-enrolment");
  const nobody = await policyBench(["replay", "imported-customers", "--csv", csv, "--customer", "30000"], { cwd: project.folder });
  expect(nobody.stderr).toContain("the population has customers 0 to 29999");
  const who = await policyBench(["population", "imported-customers", "--csv", csv], { cwd: project.folder });
  expect(who.stdout).toMatch(/^30,000 imported customers\n/u);
  expect([life.code, nobody.code, who.code]).toEqual([0, 2, 0]);
});

test.skipIf(here)("the imported scenario is not run: the data is not at hand", () => {
  expect(existsSync(csv)).toBe(false);
});
