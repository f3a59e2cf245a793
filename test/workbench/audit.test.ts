import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Audit } from "../../src/view/index.ts";
import { commandLine, root } from "./world.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-audit-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const auditOf = async (args: readonly string[], cwd = root): Promise<Audit> => {
  const { code, stdout, stderr } = await commandLine(["audit", ...args, "--customers", "300", "--months", "6", "--json", "--quiet"], {}, cwd);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Audit;
};

test("the audit says of each decision what it reads, on what consent, and how often without one", async () => {
  const { decisions, laws, purposesTold } = await auditOf(["silent-auto-enrolment"]);
  const scan = decisions.find(({ moment }) => moment === "monthly-scan");
  expect(scan?.facts.find(({ fact }) => fact === "bureau.hasFile")).toMatchObject({ level: 3, source: "bureau", needs: "written", told: false, needed: "yes" });
  expect(scan?.uses.valid).toBe(0);
  expect((scan?.uses.invalid ?? 0) + (scan?.uses.none ?? 0)).toBeGreaterThan(0);
  expect(purposesTold).not.toContain("credit-assessment");
  expect(laws.find(({ rule }) => rule === "CN-DAT-001")?.persons).toBeGreaterThan(0);
});

test("a fact that a planted rule reads for nothing is found, and what is needed is not called idle", async () => {
  cpSync(join(root, "rules"), join(scratch, "rules"), { recursive: true });
  cpSync(join(root, "scenarios"), join(scratch, "scenarios"), { recursive: true });
  const path = join(scratch, "rules/policies/consent-first/closure.json");
  const file = JSON.parse(readFileSync(path, "utf8")) as { rules: { name: string; priority: number; conditions: { all: unknown[] } }[] };
  const [rule] = file.rules;
  expect(rule).toBeDefined();
  if (rule === undefined) return;
  // It refuses those whom the first rule refuses already, if they are over thirty.
  const planted = { ...rule, name: "CLO-99", priority: 1, conditions: { all: [rule.conditions, { fact: "customer.age", operator: "greaterThan", value: 30 }] } };
  writeFileSync(path, JSON.stringify({ ...file, rules: [...file.rules, planted] }));
  const [before, after] = [await auditOf(["consent-first"]), await auditOf(["consent-first"], scratch)];
  const closure = (of: Audit) => of.files.find(({ decision }) => decision === "closure");
  expect(closure(before)?.readForNothing).toEqual([]);
  expect(closure(after)?.readForNothing).toEqual(["customer.age"]);
  expect(closure(after)?.necessary).toEqual(closure(before)?.necessary);
});

test("it is a page too, in both languages, and knows no policy that is not there", async () => {
  const small = ["--customers", "100", "--months", "3", "--quiet"];
  const page = await commandLine(["audit", "consent-first", "--format", "markdown", ...small]);
  expect(page.stdout).toContain("# Data-use audit: Consent first");
  const zh = await commandLine(["audit", "consent-first", "--lang", "zh", ...small]);
  expect(zh.stdout).toContain("各规则文件的最小必要集");
  expect(zh.stdout).not.toMatch(/read for nothing|without a valid consent/u);
  const wrong = await commandLine(["audit", "consent-fist", ...small]);
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("did you mean `consent-first`?");
});
