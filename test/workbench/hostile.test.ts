// Rule files of any size, depth and wording: bounded, escaped, one diagnostic.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { actingOnTerminal, copyProject, type Project } from "../e2e/bin.ts";
import { commandLine } from "./world.ts";

const folder = "rules/policies/consent-first";
const limit = `${folder}/limit.json`;
vi.setConfig({ testTimeout: 300_000 });

let project: Project;
beforeEach(() => {
  project = copyProject();
});
afterEach(() => project.dispose());

const run = (...args: string[]) => commandLine(args, {}, project.folder);
/** Of processor time: a busy machine is no fault. */
const secondsMax = 30;

const sizes: readonly (readonly [string, string, (p: Project) => void, string])[] = [
  ["a rule file of 50 MB", limit, (p) => p.write(limit, Buffer.alloc(50_000_000, 32)), "too-large"],
  ["10,000 levels of conditions", limit, (p) => p.write(limit, `{ "decision": "limit", "rules": [{ "conditions": ${'{ "not": '.repeat(10_000)}{}${"}".repeat(10_000)} }] }`), "too-deep"],
  ["10,000 levels in the claims", `${folder}/invariants.json`, (p) => p.write(`${folder}/invariants.json`, "[".repeat(10_000)), "too-deep"],
  ["a million examples", limit, (p) => p.write(limit, `{ "decision": "limit", "rules": [], "examples": [${"{},".repeat(999_999)}{}] }`), "too-many-examples"],
  ["a million rows of a CSV", `${folder}/limit.examples.csv`, (p) => p.write(`${folder}/limit.examples.csv`, `moment,score.points\n${"booking,300\n".repeat(1_000_000)}`), "too-many-examples"],
  ["a CSV of 50 MB", `${folder}/limit.examples.csv`, (p) => p.write(`${folder}/limit.examples.csv`, Buffer.alloc(50_000_000, 44)), "too-large"],
  ["a table of too many rows", limit, (p) => p.edit(limit, '"examples": [', `"tables": [{ "name": "t", "moment": "booking", "columns": ["score.points"], "rows": [${"[1],".repeat(10_000)}[1]] }], "examples": [`), "too-many-examples"],
];
test.each(sizes)("%s is one finding of that file, in seconds", async (_what, file, make, code) => {
  make(project);
  const started = process.cpuUsage();
  const { code: exit, stdout } = await run("lint", folder, "--json");
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000_000).toBeLessThan(secondsMax);
  const found: readonly { code: string; level: string; place: { file: string } }[] = JSON.parse(stdout).diagnostics;
  const own = found.filter(({ place, level }) => place.file === file && level === "error");
  expect(own.map((one) => one.code).filter((one) => one === code)).toEqual([code]);
  expect(exit).toBe(1);
  expect(stdout.length).toBeLessThan(2_000_000);
});

const nasty = "]]> ::error::x =cmd|'/c calc'!A1 <script>alert(1)</script> & | `q` %0A::warning:: # ok 9";

test("hostile names of examples, claims, exceptions and expectations are escaped in every format at once", async () => {
  const read = (file: string) => JSON.parse(project.read(file));
  const rules = read(limit);
  rules.examples[0] = { ...rules.examples[0], name: nasty, expect: { type: "no-line" } };
  project.write(limit, JSON.stringify(rules, null, 2));
  const claims = read(`${folder}/invariants.json`);
  const word = JSON.stringify(nasty);
  claims.claims.push(JSON.parse(`{ "name": ${word}, "kind": "never", "title": { "en": ${word}, "zh": ${word} }, "at": { "limit": ["booking"] }, "then": { "all": [{ "fact": "outcome.limit.type", "operator": "equal", "value": "grant" }] } }`));
  claims.exceptions = [{ claim: nasty, why: { en: nasty, zh: nasty } }];
  project.write(`${folder}/invariants.json`, JSON.stringify(claims, null, 2));
  const scenario = read("scenarios/baseline.json");
  scenario.expectations = [{ name: nasty, policy: "consent-first", measure: "approvalRate", atMost: 0 }];
  project.write("scenarios/baseline.json", JSON.stringify(scenario, null, 2));
  const formats = ["pretty", "compact", "json", "junit", "sarif", "github", "tap", "markdown"];
  const { code, stdout } = await run("check", folder, "scenarios/baseline.json", "--customers", "40", "--format", "github", ...formats.flatMap((format) => ["-o", `${format}=out/${format}`]));
  expect(code).toBe(1);
  const out = Object.fromEntries(formats.map((format) => [format, readFileSync(join(project.folder, "out", format), "utf8")])) as Record<string, string>;
  for (const format of formats) {
    expect(out[format], format).toContain("alert(1)");
    expect(actingOnTerminal(out[format] ?? ""), format).toEqual([]);
  }
  // Every line is one command of ours; a name begins none.
  for (const line of stdout.trimEnd().split("\n")) expect(line).toMatch(/^::(?:error|warning|notice) file=[^:]+::/u);
  expect(stdout).toContain("%250A");
  for (const format of ["junit", "markdown"]) expect(out[format]).not.toMatch(/<script/u);
  expect(out["junit"]).not.toContain("]]>");
  expect(out["junit"]?.match(/<testcase /gu)?.length).toBe(Number(/tests="(\d+)"/u.exec(out["junit"] ?? "")?.[1]));
  for (const format of ["json", "sarif"]) expect(() => JSON.parse(out[format] ?? "")).not.toThrow();
  expect(out["tap"]?.split("\n").filter((line) => /^(?:not )?ok \d/u.test(line))).toHaveLength(Number(/^1\.\.(\d+)$/mu.exec(out["tap"] ?? "")?.[1] ?? -1));
  for (const row of out["markdown"]?.split("\n").filter((line) => line.startsWith("|")) ?? []) expect([4, 5, 6]).toContain(row.match(/(?<!\\)\|/gu)?.length);
});
