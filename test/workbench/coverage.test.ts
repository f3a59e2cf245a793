import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandLine, root } from "./world.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-coverage-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Covered {
  readonly mcdc: { readonly covered: number; readonly of: number };
  readonly policies: readonly { readonly decisions: readonly { readonly rules: readonly { readonly rule: string; readonly line: number; readonly conditions: readonly { readonly line: number; readonly pointer: string }[] }[] }[] }[];
}

test("coverage says of every rule how often it fired, did not, and decided", async () => {
  const { code, stdout } = await commandLine(["coverage", "consent-first", "--decision", "limit"]);
  expect(code).toBe(0);
  expect(stdout).toContain("limit  13 cases  rules/policies/consent-first/limit.json");
  expect(stdout).toMatch(/LIM-81 {2}no more while late +1 +12 +1 +5\/6 +1\/3/u);
  const zh = await commandLine(["coverage", "consent-first", "--decision", "limit", "--lang", "zh"]);
  expect(zh.stdout).toContain("依据示例");
  expect(zh.stdout).not.toContain("from the examples");
});

test("lines in the JSON are where the conditions stand", async () => {
  const { stdout } = await commandLine(["coverage", "consent-first", "--decision", "limit", "--json"]);
  const { policies } = JSON.parse(stdout) as Covered;
  const lines = readFileSync(join(root, "rules/policies/consent-first/limit.json"), "utf8").split("\n");
  for (const rule of policies[0]?.decisions[0]?.rules ?? []) {
    expect(lines[rule.line]).toContain(`"name": "${rule.rule}"`);
    for (const { line, pointer } of rule.conditions) expect(lines.slice(line - 1, line + 1).join(""), pointer).toContain('"fact"');
  }
});

test("a gate that is missed is exit 1, one that is met exit 0, and nonsense exit 2", async () => {
  expect((await commandLine(["coverage", "consent-first", "--min", "90"])).code).toBe(0);
  const missed = await commandLine(["coverage", "consent-first", "--min-mcdc", "80%"]);
  expect(missed.code).toBe(1);
  expect(missed.stderr).toContain("--min-mcdc 80: only ");
  expect((await commandLine(["coverage", "consent-first", "--min", "many"])).code).toBe(2);
  expect((await commandLine(["coverage", "consent-fist"])).stderr).toContain("did you mean `consent-first`?");
  expect((await commandLine(["coverage", "--decision", "limits"])).stderr).toContain("did you mean `limit`?");
});

test("the margin tells both, one, none, and what decides alone", async () => {
  const { stdout } = await commandLine(["coverage", "consent-first", "--decision", "limit", "--lines", "--ascii"]);
  const lineWith = (text: string): string => stdout.split("\n").find((line) => line.includes(text)) ?? "";
  expect(lineWith('"value": ["review", "monitoring"]')).toMatch(/^\+M/u);
  expect(lineWith('"account.daysPastDue", "operator": "greaterThan"')).toMatch(/^F /u);
  expect(lineWith('"name": "LIM-81"')).toMatch(/^\+ /u);
  expect(stdout).not.toContain('"examples"');
});

test("what is suggested can be pasted, passes, and closes the gaps", async () => {
  cpSync(join(root, "rules"), join(scratch, "rules"), { recursive: true });
  for (const decision of ["enrolment", "monitoring"]) {
    const path = join(scratch, "rules/policies/consent-first", `${decision}.json`);
    const { stdout, code } = await commandLine(["coverage", `rules/policies/consent-first/${decision}.json`, "--suggest"], {}, scratch);
    expect(code).toBe(0);
    const file = JSON.parse(readFileSync(path, "utf8")) as { examples: unknown[] };
    const added = JSON.parse(stdout) as unknown[];
    expect(added.length).toBeGreaterThan(0);
    file.examples.push(...added);
    writeFileSync(path, JSON.stringify(file, null, 2));
    expect((await commandLine(["lint", path], {}, scratch)).stdout).toBe("");
    // `test` asks json-rules-engine about every example.
    expect((await commandLine(["test", path], {}, scratch)).code).toBe(0);
    expect((await commandLine(["coverage", path, "--min", "100", "--min-mcdc", "100"], {}, scratch)).code).toBe(0);
    expect(JSON.parse((await commandLine(["coverage", path, "--suggest"], {}, scratch)).stdout)).toEqual([]);
  }
});

test("from a population more is seen of what customers differ in, and what varies is said", async () => {
  const figures = async (...more: string[]) => (JSON.parse((await commandLine(["coverage", "consent-first", "--decision", "enrolment", "--json", ...more])).stdout) as Covered).mcdc;
  const [examples, population] = [await figures(), await figures("--from", "population", "--customers", "500")];
  expect(population.of).toBe(examples.of);
  expect(population.covered).toBeGreaterThan(examples.covered);
  const { stdout } = await commandLine(["coverage", "consent-first", "--from", "population", "--customers", "20"]);
  expect(stdout).toContain("the first 20 customers of urban-shoppers");
});
