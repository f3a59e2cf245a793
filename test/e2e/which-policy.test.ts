// The seven questions of somebody who has to choose a policy, asked of the built command: each has its answer in its words.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { policyBench, requireBuild, root } from "./bin.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-choice-"));
beforeAll(requireBuild);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const required = ["--require", "complaintsPerThousand<=champion", "--require", "ever90PlusAtMonth12<2%"];

/** What the command says of a few customers, its lines joined: widths break sentences anywhere. */
async function asked(customers: number, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await policyBench([...args, "--months", "18", "--customers", String(customers), "--threads", "1", "--quiet"], { cwd: root });
  expect(code, stderr).toBe(0);
  return stdout.replaceAll(/\s+/gu, " ");
}

const money = String.raw`[+-]?¥[\d,.]+ \[-?[\d,.]+, -?[\d,.]+\]`;

test("which of the shipped policies, how sure, at what cost, and who loses in which city tier", { timeout: 240_000 }, async () => {
  const page = join(folder, "choice.md");
  const said = await asked(2000, "compare", "baseline", ...required, "--by", "customer.cityTier", "-o", `markdown=${page}`);
  for (const text of [said, readFileSync(page, "utf8").replaceAll("\\", "").replaceAll(/\s+/gu, " ")]) {
    expect(text).toMatch(/Choose (consent-first|invited): |(consent-first|invited), with doubt: /u);
    expect(text).toMatch(new RegExp(`How sure: 2,000 customers;.*against the next best that breaks none, [a-z-]+: ${money} on the same customers`, "u"));
    expect(text).toMatch(new RegExp(`What it costs: without requirements silent-auto-enrolment would be best. Margin per customer: ${money} against it`, "u"));
    expect(text).toMatch(/Who loses and who gains, by group .*Incremental sales per customer: worse in \d of 5 groups, most in cityTier=\d -¥[\d,.]+ \[/u);
    expect(text).toMatch(/complaintsPerThousand(&lt;|<)=champion: held/u);
  }
});

test("which of the edits earns it", { timeout: 240_000 }, async () => {
  const said = await asked(800, "bridge", "silent-auto-enrolment", "invited", "--measure", "marginPerCustomer,complaintsPerThousand");
  expect(said).toMatch(new RegExp(`Margin per customer In all ${money}.*Lowered most by (procedures|enrolment rules): ${money}`, "u"));
  expect(said).toMatch(/Complaints per 1,000 customers In all -[\d.]+ \[.*Lowered most by (procedures|enrolment rules): -[\d.]+ \[/u);
  expect(said).toContain("What each step changes parameters: ");
});

test("what it does to the book we already have", { timeout: 240_000 }, async () => {
  const said = await asked(600, "compare", "baseline", "--policy", "silent-auto-enrolment", "--policy", "invited", "--book", "seasoned", "--switch-month", "0", "-o", `json=${join(folder, "book.json")}`);
  expect(said).toMatch(/What it does to the book we already have On the champion's book: from the first month invited, for 100% of customers/u);
  const [, before = "", after = ""] = /Open accounts nobody asked for ([\d.]+)% ([\d.]+)% -[\d.]+ pp \[/u.exec(said) ?? [];
  expect(Number(before)).toBeGreaterThan(90);
  expect(Number(after)).toBeLessThan(Number(before));
  expect(said).toMatch(new RegExp(`Margin per customer \\* ¥[\\d.]+ ¥[\\d.]+ ${money}`, "u"));
  expect(said).toContain("The same again: policy-bench compare baseline --book seasoned --customers 600 --months 18 --policy silent-auto-enrolment --policy invited --switch-month 0");
});

test("which assumption would change our mind", { timeout: 240_000 }, async () => {
  const said = await asked(300, "tornado", "baseline", "--challenger", "invited", "--only", "acquisitionCostFen,complaintDiscovery", "--measure", "marginPerCustomer", ...required);
  expect(said).toMatch(/What would change our mind cost of opening an account \(acquisitionCostFen, now 3,000\): 20,000: [a-z ]+, the sign turns/u);
  expect(said).toMatch(/What is required of invited, and which assumption breaks it .*complaintsPerThousand<=champion: held/u);
});
