// Champion against challengers: a policy against itself, its copy and its rewriting differ by exactly nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../../src/verdict/index.ts";
import { commandLine, root, type Said } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-compare-"));
const policies = join(folder, "rules", "policies");

beforeAll(() => {
  for (const part of ["rules", "scenarios", "package.json"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  copyPolicy("invited", "invited-copy", (text) => text);
  copyPolicy("invited", "invited-rewritten", rewritten);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyPolicy(from: string, to: string, change: (text: string) => string): void {
  cpSync(join(policies, from), join(policies, to), { recursive: true });
  for (const file of ["policy", "enrolment", "limit", "pricing", "closure", "monitoring"]) {
    const path = join(policies, to, `${file}.json`);
    const text = readFileSync(path, "utf8").replace(`"name": "${from}"`, `"name": "${to}"`);
    writeFileSync(path, file === "policy" ? text : change(text));
  }
}

/** The same rules in other words: every condition within one `any` of one, its parts the other way round. */
function rewritten(text: string): string {
  const file = JSON.parse(text) as { rules: { conditions: Record<string, unknown[]> }[] };
  for (const rule of file.rules) {
    const { all } = rule.conditions;
    if (all !== undefined) rule.conditions = { any: [{ all: all.toReversed() }] };
  }
  return JSON.stringify(file);
}

const compare = (...args: readonly string[]): Promise<Said> => commandLine(["compare", ...args, "--threads", "1", "--quiet"], {}, folder);

async function compared(args: readonly string[]): Promise<RunReport> {
  const said = await compare("baseline", ...args, "--json");
  expect(said.stderr).toBe("");
  return JSON.parse(said.stdout) as RunReport;
}

describe("A/A", () => {
  test.each(["invited", "invited-copy", "invited-rewritten"])("%s against invited differs by exactly nothing", { timeout: 240_000 }, async (challenger) => {
    const report = await compared(["--customers", "800", "--months", "14", "--set", "champion=invited", "--set", `challengers=["${challenger}"]`, "--set", "expectations=[]"]);
    const [pair] = report.comparisons;
    expect(pair?.measures.length).toBeGreaterThan(80);
    const apart = pair?.measures.filter(({ difference, interval }) => (difference ?? 0) !== 0 || (interval?.low ?? 0) !== 0 || (interval?.high ?? 0) !== 0);
    expect(apart).toEqual([]);
    const swapped = pair?.swapSets?.decisions.flatMap(({ cells }) => cells.filter(({ cell, customers }) => (cell === "in" || cell === "out") && customers > 0));
    expect(swapped).toEqual([]);
    expect(report.policies.find(({ name }) => name === challenger)?.measures.find(({ name }) => name === "considered")?.value).toBeGreaterThan(0);
  });
});

describe("swap sets", () => {
  test("every customer stands once at every decision, and the accounts are those of the run", { timeout: 240_000 }, async () => {
    const report = await compared(["--customers", "600", "--months", "13", "--by", "customer.cityTier"]);
    const booked = report.policies.map(({ measures }) => measures.find(({ name }) => name === "bookingRate")?.numerator);
    for (const { challenger, swapSets, groups } of report.comparisons) {
      expect(swapSets?.customers).toBe(600);
      for (const { cells } of swapSets?.decisions ?? []) {
        expect(cells.reduce((total, { customers }) => total + customers, 0)).toBe(600);
        const margins = cells.map(({ champion, customers }) => (champion.margin.value ?? 0) * customers);
        const whole = report.policies[0]?.measures.find(({ name }) => name === "marginPerCustomer");
        expect(margins.reduce((total, each) => total + each, 0)).toBeCloseTo(whole?.numerator ?? Number.NaN, 3);
      }
      const accounts = swapSets?.decisions[0]?.cells.map((cell) => [cell.champion.accounts, cell.challenger.accounts]) ?? [];
      const at = report.policies.findIndex(({ name }) => name === challenger);
      // A customer who opens twice is one account here and two bookings there.
      expect(accounts.reduce((total, [own = 0]) => total + own, 0)).toBeLessThanOrEqual(booked[0] ?? 0);
      expect(accounts.reduce((total, [, other = 0]) => total + other, 0)).toBeLessThanOrEqual(booked[at] ?? 0);
      expect(swapSets?.decisions[0]?.cells.find(({ cell }) => cell === "out")?.cases).toHaveLength(3);
      expect(groups?.map(({ customers }) => customers).reduce((total, each) => total + each, 0)).toBe(600);
    }
  });

  test("one thread and two give the same bytes", { timeout: 240_000 }, async () => {
    const args = ["baseline", "--customers", "4100", "--months", "2", "--policy", "consent-first", "--policy", "invited", "--json"];
    const [one, two] = [await compare(...args), await commandLine(["compare", ...args, "--threads", "2", "--quiet"], {}, folder)];
    expect(one.stdout.length).toBeGreaterThan(1000);
    expect(two.stdout).toBe(one.stdout);
  });
});

describe("saved results", () => {
  test("a result against itself differs by nothing; another seed is told apart by intervals alone", { timeout: 240_000 }, async () => {
    const small = ["run", "baseline", "--customers", "800", "--months", "14", "--quiet", "--threads", "1"];
    await commandLine([...small, "-o", "json=a.json"], {}, folder);
    await commandLine([...small, "--seed", "other", "-o", "json=b.json"], {}, folder);
    const same = JSON.parse((await compare("a.json", "a.json", "--json")).stdout) as RunReport;
    expect(same.comparisons).toHaveLength(3);
    expect(same.comparisons.flatMap(({ measures }) => measures.filter(({ difference }) => (difference ?? 0) !== 0))).toEqual([]);
    const known = same.comparisons.flatMap(({ measures }) => measures.filter(({ difference }) => difference !== null));
    expect(known.length).toBeGreaterThan(200);
    expect(known.filter(({ verdict, interval }) => verdict !== "no-difference-that-matters" || (interval !== null && (interval.low !== 0 || interval.high !== 0)))).toEqual([]);
    const other = await compare("a.json", "b.json");
    expect(other.code).toBe(0);
    expect(other.stdout).toContain("a.json: consent-first");
    expect(other.stdout).toContain("Margin per customer");
  });

  test("a file that is no report, and one that is not there, are both told at once", async () => {
    const said = await compare("scenarios/baseline.json", "gone.json");
    expect(said.code).toBe(2);
    expect(said.stderr).toContain("scenarios/baseline.json");
    expect(said.stderr).toContain("gone.json");
  });
});

test("a scenario without a challenger has nothing to compare", async () => {
  const said = await compare("baseline", "--customers", "50", "--months", "2", "--set", "challengers=[]", "--set", "champion=consent-first");
  expect(said.code).toBe(2);
  expect(said.stderr).toMatch(/no challenger/u);
});
