// lint and check as they are typed: levels, reasons to ignore, repairs, baselines, formats, exit codes.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyProject, type Project } from "../e2e/bin.ts";
import { commandLine } from "./world.ts";

const limit = "rules/policies/invited/limit.json";
const enrolment = "rules/policies/consent-first/enrolment.json";
// Each command reads the whole project.
vi.setConfig({ testTimeout: 300_000 });

let project: Project;
beforeEach(() => {
  project = copyProject();
});
afterEach(() => project.dispose());

const run = (...args: string[]) => commandLine(args, {}, project.folder);
const codesOf = async (...args: string[]): Promise<string[]> => JSON.parse((await run(...args, "--json")).stdout).diagnostics.map(({ code }: { code: string }) => code);

/** Writes the first rule that matches with a change made to it. */
function changeRule(file: string, name: string, change: (rule: Record<string, unknown>) => void): void {
  const value = JSON.parse(project.read(file));
  change(value.rules.find((rule: { name: string }) => rule.name === name));
  project.write(file, JSON.stringify(value, null, 2));
}

test("the shipped rules lint clean and check clean in silence", async () => {
  expect(await run("lint")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await run("check", "--quiet")).toMatchObject({ code: 0, stdout: "" });
});

test("a level in the settings turns a warning into an error, and silences another", async () => {
  changeRule(limit, "LIM-10", (rule) => delete rule["why"]);
  expect(await run("lint", "invited")).toMatchObject({ code: 0 });
  expect(await run("lint", "invited", "--fail-level", "warning")).toMatchObject({ code: 1 });
  project.write(".policy-bench.json", '{ "lint": { "rule-without-why": "error" } }');
  expect(await run("lint", "invited")).toMatchObject({ code: 1 });
  project.write(".policy-bench.json", '{ "lint": { "rule-without-why": "off" } }');
  expect(await run("lint", "invited")).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("a code that does not exist is answered with the one that was meant", async () => {
  project.write(".policy-bench.json", '{ "lint": { "rule-without-wy": "off" } }');
  expect(await run("lint")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean `rule-without-why`?") });
  project.write(".policy-bench.json", "{}");
  expect(await run("lint", "--explain", "tier-hol")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean `tier-hole`?") });
});

test("an error of reading cannot be switched off", async () => {
  project.write(".policy-bench.json", '{ "lint": { "unknown-fact": "off" } }');
  expect(await run("lint")).toMatchObject({ code: 2 });
});

test("an ignore with a reason keeps one finding, and says so where it keeps none", async () => {
  changeRule(limit, "LIM-10", (rule) => delete rule["why"]);
  changeRule(limit, "LIM-10", (rule) => (rule["ignore"] = [{ code: "rule-without-why", why: "The reason stands in the credit manual." }]));
  expect(await codesOf("lint", "invited")).toEqual([]);
  changeRule(limit, "LIM-11", (rule) => (rule["ignore"] = [{ code: "tier-hole", why: "There is none at the moment." }]));
  expect(await codesOf("lint", "invited")).toEqual(["unused-ignore"]);
  changeRule(limit, "LIM-11", (rule) => (rule["ignore"] = [{ code: "tier-hole", why: "" }]));
  expect(await run("lint", "invited")).toMatchObject({ code: 1 });
});

test("a page shows wrong, right and why in both languages", async () => {
  const { code, stdout } = await run("lint", "--explain", "tier-out-of-order");
  expect(code).toBe(0);
  for (const word of ["Wrong", "Right", "Why", "limit.json", "900000", "200000"]) expect(stdout).toContain(word);
  expect((await run("lint", "--explain", "tier-out-of-order", "--lang", "zh")).stdout).toContain("评分更高，额度反而更低");
  expect((await run("lint", "--list")).stdout.split("\n").length).toBeGreaterThan(100);
});

test("--fix repairs what has one repair, and leaves the rest of the file as it was written", async () => {
  const before = project.read(enrolment);
  const twice = '{ "fact": "customer.age", "operator": "lessThan", "value": 18 }';
  project.edit(enrolment, twice, `${twice},\n            ${twice}`);
  project.edit(enrolment, '"conditions": {\n    "bureau-may-be-read"', '"conditions": {\n    "nobody-asks": {\n      "all": [{ "fact": "customer.age", "operator": "lessThan", "value": 60 }]\n    },\n    "bureau-may-be-read"');
  expect((await codesOf("lint", "consent-first")).toSorted()).toEqual(["repeated-condition", "unused-named-condition"]);
  const fixed = await run("lint", "consent-first", "--fix");
  expect(fixed).toMatchObject({ code: 0, stdout: "", stderr: "2 findings repaired\n" });
  expect(project.read(enrolment)).toBe(before);
});

test("--fix takes a double negation away and keeps how its inside is written", async () => {
  const before = project.read(enrolment);
  const odd = '{   "fact":"customer.age", "operator": "lessThan", "value": 18 }';
  project.write(enrolment, before.replace('{ "fact": "customer.age", "operator": "lessThan", "value": 18 }', `{ "not": { "not": ${odd} } }`));
  expect(await run("lint", "consent-first", "--fix")).toMatchObject({ code: 0 });
  expect(project.read(enrolment)).toBe(before.replace('{ "fact": "customer.age", "operator": "lessThan", "value": 18 }', odd));
});

test("a baseline lets old findings through and no new ones", async () => {
  changeRule(limit, "LIM-11", (rule) => ((rule["event"] as { params: { limitFen: unknown } }).params.limitFen = { fact: "param.tierDLimitFen" }));
  expect(await run("lint")).toMatchObject({ code: 1 });
  expect(await run("lint", "--baseline", "known.json")).toMatchObject({ code: 2, stderr: expect.stringContaining("--update-baseline") });
  expect(await run("lint", "--baseline", "known.json", "--update-baseline")).toMatchObject({ code: 0 });
  project.write(limit, `\n\n${project.read(limit)}`);
  expect(await run("lint", "--baseline", "known.json")).toMatchObject({ code: 0, stdout: "" });
  changeRule(limit, "LIM-12", (rule) => (rule["serves"] = ["CN-LIM-901"]));
  expect(await run("lint", "--baseline", "known.json", "--format", "compact")).toMatchObject({ code: 1, stdout: expect.stringMatching(/^[^\n]*unknown-law-rule[^\n]*\n$/u) });
  project.write("known.json", "[]");
  expect(await run("lint", "--baseline", "known.json")).toMatchObject({ code: 2 });
});

test("several formats are written at once", async () => {
  changeRule(limit, "LIM-10", (rule) => (rule["serves"] = ["CN-LIM-901"]));
  const done = await run("lint", "invited", "--format", "github", "-o", "sarif=out/f.sarif", "-o", "junit=out/f.xml", "-o", "markdown=out/f.md");
  expect(done.code).toBe(1);
  expect(done.stdout).toMatch(/^::error file=rules\/policies\/invited\/limit\.json,line=\d+,endLine=\d+,col=\d+,/u);
  for (const file of ["f.sarif", "f.xml", "f.md"]) expect(readFileSync(join(project.folder, "out", file), "utf8")).toContain("CN-LIM-901");
  expect(await run("lint", "-o", "serif=x")).toMatchObject({ code: 2, stderr: expect.stringContaining("`sarif`") });
  expect(existsSync(join(project.folder, "x"))).toBe(false);
});

/** The tiers of the policy, as bands of one fact. */
function tiers(bands: Readonly<Record<string, readonly [from: number, to: number]>>): void {
  for (const [name, [from, to]] of Object.entries(bands)) {
    changeRule("rules/policies/consent-first/limit.json", name, (rule) => {
      const { all } = rule["conditions"] as { all: unknown[] };
      const fact = "bureau.debtToIncomeBps";
      all.splice(2, 1, { fact, operator: "greaterThanInclusive", value: from }, { fact, operator: "lessThan", value: to });
    });
  }
}

test("tiers that overlap or leave a hole are told once, at the rule, with the interval and an applicant, by lint, check and prove alike", async () => {
  tiers({ "LIM-11": [0, 3000], "LIM-12": [2800, 4000], "LIM-13": [4500, 5500] });
  const told = async (...args: string[]): Promise<string[]> => (await run(...args)).stdout.split("\n").filter((line) => /tier|shadow|rule-/u.test(line));
  const linted = await told("lint", "consent-first", "--format", "compact");
  expect(linted).toEqual([
    expect.stringMatching(/limit\.json:\d+:\d+ warning tiers-overlap `LIM-11` and `LIM-12` overlap: with `bureau\.debtToIncomeBps` from 2800 to 2999 both match.*e\.g\. an ordinary applicant, but bureau\.debtToIncomeBps = 28\.00%/u),
    expect.stringMatching(/limit\.json:\d+:\d+ error tier-hole .*`bureau\.debtToIncomeBps` from 4000 to 4499/u),
  ]);
  expect(await told("check", "consent-first", "--format", "compact")).toEqual(linted);
  const proved = await told("prove", "consent-first", "--customers", "50", "--run", "^$", "--format", "compact");
  expect(proved.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([linted[0]?.split(" ").slice(0, 3).join(" "), expect.stringMatching(/limit\.json:\d+:\d+ error tier-hole$/u)]);
  project.write(".policy-bench.json", '{ "lint": { "tiers-overlap": "off", "tier-hole": "warning" } }');
  expect(await told("lint", "consent-first", "--format", "compact")).toEqual([linted[1]?.replace(" error ", " warning ")]);
});

test("a rule that several others leave nobody is found by lint, with an applicant; notes wait for --proofs or a level", async () => {
  const value = JSON.parse(project.read(enrolment));
  const decline = (name: string, priority: number, operator: string, age: number) => ({ name, title: { en: name, zh: "测试" }, why: { en: "A test of this.", zh: "仅供测试。" }, priority, conditions: { all: [{ fact: "request.moment", operator: "equal", value: "application" }, { fact: "customer.age", operator, value: age }] }, event: { type: "decline", params: { reason: "score-too-low" } } });
  value.rules.push(decline("ENR-91", 9, "lessThan", 40), decline("ENR-92", 8, "greaterThan", 30), { ...decline("ENR-93", 7, "lessThan", 60), event: { type: "review", params: { queue: "thin-files" } } });
  project.write(enrolment, JSON.stringify(value, null, 2));
  const codes = await codesOf("lint", "consent-first");
  expect(codes.filter((code) => code !== "rule-without-example")).toEqual(["shadowed-rule"]);
  const { stdout } = await run("lint", "consent-first", "--format", "compact");
  expect(stdout).toMatch(/`ENR-93` never decides: whoever it matches is decided by `ENR-91`, `ENR-92` before it; e\.g\. an ordinary applicant/u);
  expect(await codesOf("lint", "consent-first", "--proofs")).toContain("gap-in-rules");
  project.write(".policy-bench.json", '{ "lint": { "gap-in-rules": "warning" } }');
  expect(await codesOf("lint", "consent-first")).toContain("gap-in-rules");
});

test("of more rules than lint proves anything about it says so, and --proofs goes all the way", async () => {
  const value = JSON.parse(project.read(enrolment));
  const rule = (index: number) => ({ name: `X-${index}`, title: { en: "x", zh: "测" }, why: { en: "A test of this.", zh: "仅供测试。" }, priority: 300 - index, conditions: { all: [{ fact: "request.moment", operator: "equal", value: "application" }, { fact: "customer.incomeMonthlyFen", operator: "lessThan", value: 100_000 + index * 1000 }] }, event: { type: "review", params: { queue: "thin-files" } } });
  value.rules.push(...Array.from({ length: 80 }, (_, index) => rule(index)));
  project.write(enrolment, JSON.stringify(value, null, 2));
  const quick = await run("lint", "consent-first", "--format", "compact");
  expect(quick.stdout).toMatch(/enrolment\.json:\d+:\d+ note proofs-unfinished \d+ rules of enrolment/u);
  expect(await codesOf("lint", "consent-first", "--proofs")).not.toContain("proofs-unfinished");
  expect((await run("lint", "--explain", "proofs-unfinished")).code).toBe(0);
});

test("check of nothing that can be checked is undecided where that is asked for", async () => {
  expect(await run("check", "rules/laws/cn.json")).toMatchObject({ code: 0 });
  expect(await run("check", "rules/laws/cn.json", "--fail-on-empty")).toMatchObject({ code: 3 });
});

test("an expectation that is broken ends with 1, one that too few customers decide with 3", async () => {
  const claim = '"policy": "consent-first",\n      "measure": "violationsCritical"';
  const bolder = claim.replace("consent-first", "silent-auto-enrolment");
  project.edit("scenarios/baseline.json", claim, bolder);
  expect(await run("check", "scenarios/baseline.json", "--customers", "400", "--format", "compact")).toMatchObject({ code: 1, stdout: expect.stringContaining("expectation-broken") });
  project.edit("scenarios/baseline.json", bolder, claim);
  expect(await run("check", "scenarios/baseline.json", "--customers", "40", "--format", "compact")).toMatchObject({ code: 3, stdout: expect.stringContaining("expectation-undecided") });
});

type Break = readonly [what: string, file: string, from: string, to: string, code: string];
const breaks: readonly Break[] = [
  ["a misspelt fact", enrolment, '"fact": "customer.incomeMonthlyFen"', '"fact": "customer.incomeMonthlyFn"', "unknown-fact"],
  ["an inverted comparison", enrolment, '"operator": "greaterThanInclusive",\n            "value": { "fact": "param.minScore" }', '"operator": "lessThan",\n            "value": { "fact": "param.minScore" }', "wrong-way-round"],
  ["a lost consent check", enrolment, '"not": { "condition": "bureau-may-be-read" }', '"fact": "customer.identityVerified", "operator": "equal", "value": false', "sensitive-without-consent"],
  ["a swapped tier", limit, '{ "limitFen": { "fact": "param.tierALimitFen" } }', '{ "limitFen": { "fact": "param.tierDLimitFen" } }', "tier-out-of-order"],
  ["an age that nobody checks", enrolment, '{ "fact": "customer.age", "operator": "lessThan", "value": 18 }', '{ "fact": "customer.isCollegeStudent", "operator": "equal", "value": true }', "lends-to-minors"],
  ["a fee above the cap", "rules/policies/consent-first/policy.json", '"feeBps": {\n      "value": 60', '"feeBps": {\n      "value": 145', "rate-above-cap"],
  ["a threshold moved past its example", enrolment, '{ "fact": "customer.age", "operator": "lessThan", "value": 18 }', '{ "fact": "customer.age", "operator": "lessThan", "value": 17 }', "example-failed"],
  ["two priorities swapped", limit, '"priority": 90', '"priority": 75', "shadowed-rule"],
  ["a refusal to those who owe nothing", "rules/policies/consent-first/closure.json", '{ "fact": "account.fraudHold", "operator": "equal", "value": true }', '{ "fact": "account.monthsOnBook", "operator": "lessThan", "value": 12 }', "refuses-without-debt"],
  ["a raise without asking", "rules/policies/consent-first/monitoring.json", '"asOffer": true', '"asOffer": false', "imposed-raise"],
];
test.each(breaks)("%s: the command one would run says what is wrong and where, check says for whom, and CI fails", async (_what, file, from, to, code) => {
  project.edit(file, from, to);
  const folder = file.split("/").slice(0, 3).join("/");
  // What moves a threshold past its example is no mistake in the file: the examples tell it.
  const natural = code === "example-failed" ? await run("test", folder) : await run("lint", folder);
  expect(natural.code).toBe(1);
  expect(natural.stdout).toMatch(new RegExp(`${folder}/\\w+\\.json:\\d+`, "u"));
  if (code !== "example-failed") expect(natural.stdout).toContain(`[${code}]`);
  const done = await run("check", folder, "--json");
  const told: readonly { code: string; message: { en: string; zh: string }; place: { file: string; line: number } }[] = JSON.parse(done.stdout).diagnostics;
  expect(told.filter((one) => one.code === code).map(({ place }) => place.file.split("/").slice(0, 3).join("/"))).toContain(folder);
  // For whom: an applicant who is decided wrongly, or the example that stands for her.
  const whom = told.filter((one) => one.code === "invariant-broken" || one.code === "example-failed");
  expect(whom.length).toBeGreaterThan(0);
  for (const { message, place } of whom) {
    expect(message.en).toMatch(/^example `[^`]+` fails: |: an ordinary applicant/u);
    expect(message.zh).toMatch(/^示例|一位普通申请人/u);
    expect(place.line).toBeGreaterThan(1);
  }
  expect(done.code).toBe(1);
});
