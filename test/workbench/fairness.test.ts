// A rule that declines by a proxy is found and named; a policy without it passes; what is asked wrongly is told.
import { describe, expect, test } from "vitest";
import type { FactFairness, FairGroup, FairnessReport } from "../../src/verdict/index.ts";
import { commandLine } from "./world.ts";

const asked = ["fairness", "baseline", "--policy", "consent-first", "--customers", "1500", "--months", "18", "--quiet", "--threads", "1"];
/** Income stands for the city: nobody under 7,000 yuan a month. */
const unfair = `policies.consent-first.rules.ENR-30.conditions=${JSON.stringify({
  all: [{ fact: "request.moment", operator: "equal", value: "application" }, { fact: "customer.incomeMonthlyFen", operator: "lessThan", value: 700_000 }],
})}`;

async function told(...args: readonly string[]): Promise<FairnessReport> {
  const said = await commandLine([...asked, ...args, "--json"]);
  expect(said.stderr).toBe("");
  return JSON.parse(said.stdout) as FairnessReport;
}

const factOf = (report: FairnessReport, name: string): FactFairness | undefined => report.policies[0]?.facts.find(({ fact }) => fact === name);
const groupOf = (fact: FactFairness | undefined, name: string): FairGroup | undefined => fact?.groups.find(({ group }) => group === name);

describe("fairness", () => {
  test("a rule that declines by income in place of the city is found, explained and undone on the same customers", { timeout: 120_000 }, async () => {
    const report = await told("--group", "customer.cityTier", "--group", "customer.gender", "--set", unfair, "--customers", "2600");
    const tier = factOf(report, "customer.cityTier");
    // No decision reads the fact: the gap comes through another.
    expect(tier?.readBy).toEqual([]);
    const lowest = groupOf(tier, tier?.lowest ?? "");
    expect(lowest?.standing).toBe("below");
    expect(lowest?.adjustedP).toBeLessThan(0.05);
    expect(lowest?.parts[0]).toMatchObject({ reason: "decline:ENR-30" });
    expect(lowest?.facts[0]?.fact).toBe("customer.incomeMonthlyFen");
    expect(report.policies[0]?.rules.find(({ rule }) => rule === "ENR-30")?.facts).toContain("customer.incomeMonthlyFen");
    const without = tier?.withoutRules.find(({ rule }) => rule === "ENR-30");
    expect(without?.difference.interval?.low).toBeGreaterThan(0);
    expect(without?.without).toBeGreaterThan((without?.with ?? 1) + 0.2);
    // Persons considered are those approved and those turned away, each by one thing.
    for (const { approval, parts } of tier?.groups ?? []) {
      if (parts.length > 0) expect(approval.persons + parts.reduce((sum, { persons }) => sum + persons, 0)).toBe(approval.of);
    }
  });

  test("the shipped policy passes by gender and region, which none of its decisions reads", { timeout: 120_000 }, async () => {
    const report = await told("--group", "customer.gender", "--group", "customer.region", "--customers", "3000");
    for (const name of ["customer.gender", "customer.region"]) {
      const fact = factOf(report, name);
      expect(fact?.readBy).toEqual([]);
      expect(fact?.groups.filter(({ standing }) => standing === "below" || standing === "no-data")).toEqual([]);
    }
    // Who would repay is known by the same policy with nobody turned away; those it approved are among those considered.
    const [female] = factOf(report, "customer.gender")?.groups ?? [];
    expect(report.policies[0]?.opened).toBe(true);
    expect(female?.opportunity.of).toBeGreaterThan(female?.opportunity.unknown ?? 0);
    expect((female?.opportunity.of ?? 0) + (female?.falsePositive.of ?? 0) + (female?.opportunity.unknown ?? 0)).toBe(female?.approval.of);
  });

  test("a search undoes a planted threshold: seen on the customers searched and on fresh ones, paired with the policy as it stands", { timeout: 120_000 }, async () => {
    const { search } = await told("--group", "customer.cityTier", "--set", "policies.consent-first.minIncomeFen=700000", "--search", "--vary", "minIncomeFen=100000,500000,700000", "--points", "3", "--within", "50", "--customers", "1500");
    expect(search?.tried).toBe(2);
    const { current, found = [] } = search ?? {};
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.parameters["minIncomeFen"]).toBeLessThan(500_000);
    // On customers that the search never met the ratio is higher, too.
    expect(found[0]?.fresh.ratio.value).toBeGreaterThan(current?.fresh.ratio.value ?? 1);
    for (const { search: seen, differences, fresh, verdict } of found) {
      expect(seen.ratio.value).toBeGreaterThan(current?.search.ratio.value ?? 1);
      expect(seen.margin.value).toBeGreaterThanOrEqual((current?.search.margin.value ?? 0) - 0.5 * Math.abs(current?.search.margin.value ?? 0));
      expect(differences.ratio.value).toBeCloseTo((fresh.ratio.value ?? Number.NaN) - (current?.fresh.ratio.value ?? Number.NaN), 12);
      expect(verdict === "fairer").toBe((differences.ratio.interval?.low ?? 0) > 0);
    }
  });

  test("the CSV of a search has a row for the policy as it stands and for each setting, on both sets of customers", { timeout: 120_000 }, async () => {
    const said = await commandLine([...asked, "--group", "customer.gender", "--customers", "300", "--months", "6", "--search", "--vary", "minScore", "--points", "4", "--format", "csv"]);
    const [head = "", ...rows] = said.stdout.trimEnd().split("\n");
    expect(head).toContain("policy,setting,customers,verdict,minScore,lowest_impact_ratio");
    expect(rows.slice(0, 2).map((row) => row.split(",").slice(0, 3))).toEqual([["consent-first", "0", "searched"], ["consent-first", "0", "fresh"]]);
    expect((rows.length - 2) % 3).toBe(0);
  });

  test("threads change nothing, and every format speaks both languages", { timeout: 120_000 }, async () => {
    const few = ["--group", "customer.gender", "--group", "customer.occupation", "--customers", "300", "--months", "6"];
    const [one, two] = [await commandLine([...asked, ...few, "--json"]), await commandLine([...asked, ...few, "--json", "--threads", "2"])];
    expect(two.stdout).toBe(one.stdout);
    const words = { pretty: ["五分之四规则", "假设", "n < 30"], markdown: ["| 分组", "假设"], csv: ["impact_ratio", "few", "empty"] };
    for (const [format, wanted] of Object.entries(words)) {
      const said = await commandLine([...asked, ...few, "--format", format, "--lang", "zh"]);
      for (const word of wanted) expect(said.stdout, `${format}: ${word}`).toContain(word);
      expect(said.stdout).not.toMatch(/NaN|Infinity|undefined/u);
    }
  });

  test("facts that there are not, or that no customer comes with, are told at once with what was meant", async () => {
    const said = await commandLine([...asked, "--group", "customer.gendr", "--group", "account.status"]);
    expect(said.code).toBe(2);
    expect(said.stderr).toContain("customer.gender");
    expect(said.stderr).toContain("account.status");
    expect((await commandLine([...asked, "--search", "--points", "0"])).code).toBe(2);
  });
});
