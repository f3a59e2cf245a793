// check as CI runs it: proofs, exceptions, gates, and the job summary.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyProject, type Project } from "../e2e/bin.ts";
import { commandLine } from "./world.ts";

const enrolment = "rules/policies/consent-first/enrolment.json";
const invariants = "rules/policies/silent-auto-enrolment/invariants.json";
vi.setConfig({ testTimeout: 300_000 });

let project: Project;
beforeEach(() => {
  project = copyProject();
});
afterEach(() => project.dispose());

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => commandLine(args, env, project.folder);
const told = async (...args: string[]) => JSON.parse((await run(["check", ...args, "--json"])).stdout);

test("a rule that lets somebody break a claim is told at the rule, with who it is, and fails", async () => {
  project.edit(enrolment, '{ "fact": "customer.age", "operator": "lessThan", "value": 18 }', '{ "fact": "customer.age", "operator": "lessThan", "value": 16 }');
  const { code, stdout } = await run(["check", "consent-first", "--format", "compact"]);
  expect(code).toBe(1);
  const [line = ""] = stdout.split("\n").filter((each) => each.includes("invariant-broken") && each.includes("INV-104"));
  expect(line).toMatch(/^rules\/policies\/consent-first\/enrolment\.json:\d+:\d+/u);
  const [, row = "0", column = "0"] = /:(\d+):(\d+)/u.exec(line) ?? [];
  expect(project.read(enrolment).split("\n")[Number(row) - 1]?.slice(Number(column) - 1)).toMatch(/^"ENR-\d+"/u);
  expect(line).toMatch(/customer\.age = 1[67]/u);
});

test("what a policy is known to break is shown with its reason and fails nothing", async () => {
  const shown = await run(["check", "silent-auto-enrolment"]);
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(/proofs: \d+ held, 0 not, 8 accepted/u);
  expect(shown.stdout.replaceAll("\n", " ")).toContain("The practice under study: this is the silent scan itself.");
  const { suppressed } = await told("silent-auto-enrolment");
  expect(new Set(suppressed.map(({ code }: { code: string }) => code))).toEqual(new Set(["invariant-broken"]));
});

test("without its exception the same break fails; an exception for what holds, for nothing, or without a reason is told", async () => {
  const written = JSON.parse(project.read(invariants));
  const why = { en: "because", zh: "原因" };
  const codesWith = async (exceptions: unknown): Promise<{ codes: string[]; code: number }> => {
    project.write(invariants, JSON.stringify({ ...written, exceptions }));
    const { code, stdout } = await run(["check", "silent-auto-enrolment", "--json"]);
    return { code, codes: JSON.parse(stdout).diagnostics.map((one: { code: string }) => one.code) };
  };
  const lacking = written.exceptions.filter(({ claim }: { claim: string }) => claim !== "INV-107");
  expect(await codesWith(lacking)).toEqual({ code: 1, codes: ["invariant-broken"] });
  expect(await codesWith([...written.exceptions, { claim: "INV-104", why }])).toEqual({ code: 0, codes: ["unused-exception"] });
  const elsewhere = written.exceptions.map((one: { claim: string }) => (one.claim === "INV-101" ? { ...one, at: ["enrolment@monthly-scan"] } : one));
  expect(await codesWith(elsewhere)).toEqual({ code: 1, codes: ["invariant-broken", "invariant-broken", "invariant-broken"] });
  expect(await codesWith([...lacking, { claim: "INV-107", at: ["enrolment@never"], why }])).toMatchObject({ code: 1, codes: expect.arrayContaining(["malformed-exception"]) });
  expect(await codesWith([...written.exceptions, { claim: "INV-999", why }])).toEqual({ code: 1, codes: ["malformed-exception"] });
  expect(await codesWith([...lacking, { claim: "INV-107", why: { en: "", zh: "" } }])).toMatchObject({ code: 1 });
});

test("gates of coverage and mutation hold each policy to them, at the level they are given", async () => {
  const gates = (check: unknown): void => project.write(".policy-bench.json", JSON.stringify({ check }));
  gates({ coverage: { min: 99.5, minMcdc: 99 }, mutation: { min: 99, limit: 60 }, proofs: { level: "off" } });
  const first = await run(["check", "invited", "--format", "compact"]);
  expect(first.code).toBe(1);
  expect(first.stdout.match(/coverage-below-gate|mutation-below-gate/gu)).toEqual(["coverage-below-gate", "coverage-below-gate", "mutation-below-gate"]);
  expect(first.stdout).toContain("rules/policies/invited/policy.json:3:");
  gates({ coverage: { min: 99.5, level: "warning" }, proofs: { level: "off" } });
  expect(await run(["check", "invited", "--format", "compact"])).toMatchObject({ code: 0, stdout: expect.stringContaining("coverage-below-gate") });
  gates({ coverage: { min: 10, minMcdc: 10 }, mutation: { min: 10, limit: 60 } });
  expect(await run(["check", "invited", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
  gates({ coverage: { minimum: 10 } });
  expect(await run(["check", "invited"])).toMatchObject({ code: 2, stderr: expect.stringContaining("`check.coverage.minimum`") });
});

test("the github format appends the job summary where GitHub reads it, tables apart", async () => {
  project.write("summary.md", "# before\n");
  const path = join(project.folder, "summary.md");
  project.edit(enrolment, '"fact": "customer.incomeMonthlyFen"', '"fact": "customer.incomeMonthlyFn"');
  const { stdout } = await run(["check", "consent-first", "--format", "github"], { GITHUB_STEP_SUMMARY: path });
  expect(stdout).toMatch(/^::error file=/u);
  const summary = readFileSync(path, "utf8");
  expect(summary).toMatch(/^# before\n## Some checks did not hold\n\n\| check \| held/u);
  expect(summary).toMatch(/\|\n\n\| {2}\| where \| finding \| hint \|\n\| --- /u);
  expect(summary).toContain("unknown-fact");
});
