// `--plain` tells as linear text what the screen has: the same rules, the same people.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandLine, root } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-plain-"));
afterAll(() => rmSync(folder, { recursive: true }));

const policy = "invited";
const json = join(folder, "run.json");
const size = ["--customers", "600", "--months", "12"];
const run = ["baseline", ...size, "--policy", policy, "-o", `json=${json}`];

interface Fired {
  readonly policies: readonly { readonly rulesFired: Readonly<Record<string, readonly { readonly rule: string; readonly times: number }[]>> }[];
}

test("--plain tells every rule with its line and how often it fired, and the people that replay finds", async () => {
  const said = await commandLine([...run, "--plain"]);
  expect(said.code).toBe(0);
  // The summary of `run` comes first and is the same.
  const summary = await commandLine(["run", ...run]);
  expect(said.stdout.startsWith(summary.stdout)).toBe(true);
  const pages = said.stdout.slice(summary.stdout.length);
  const report = JSON.parse(readFileSync(json, "utf8")) as Fired;
  const rules = Object.entries(report.policies[0]?.rulesFired ?? {}).flatMap(([decision, all]) => all.map((rule) => ({ ...rule, decision })));
  expect(rules.length).toBeGreaterThan(30);
  for (const { decision, rule, times } of rules) {
    const text = readFileSync(join(root, "rules", "policies", policy, `${decision}.json`), "utf8");
    const line = text.slice(0, text.indexOf(`"name": "${rule}"`)).split("\n").length - 1;
    const often = times === 0 ? "never fired in this run" : times === 1 ? "fired once," : `fired ${times.toLocaleString("en-US")} times,`;
    const part = pages.slice(pages.indexOf(`\n  ${rule} `), pages.indexOf(`rules/policies/${policy}/${decision}.json:${line}\n`));
    expect(part.replaceAll(/\s+/gu, " "), rule).toContain(often);
    expect(part.length, rule).toBeGreaterThan(0);
  }
  expect(pages).toMatch(/^Claims: \d+ proved, \d+ broken, 0 undecided\.$/mu);
  const booked = await commandLine(["replay", "baseline", ...size, "--policy", policy, "--where", "event=booked", "--json"]);
  const { customer } = JSON.parse(booked.stdout) as { readonly customer: number };
  expect(pages).toMatch(new RegExp(`^enrolled \\(the first 3\\)\\n {2}customer ${customer}, age \\d+`, "mu"));
  expect(pages).toContain("opened unasked: nobody in this run");
  expect(pages.replaceAll(/\s+/gu, " ")).toContain(`policy-bench replay baseline ${size.join(" ")} --policy ${policy} --customer 17`);
});
