import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandLine, root } from "./world.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-diff-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const git = (...args: string[]): void => {
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", ...args], { cwd: scratch, stdio: "ignore" });
};
const policyFile = join(scratch, "rules/policies/consent-first/policy.json");
const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

beforeAll(() => {
  cpSync(join(root, "rules"), join(scratch, "rules"), { recursive: true });
  cpSync(join(root, "scenarios"), join(scratch, "scenarios"), { recursive: true });
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "as shipped");
});

const few = ["--customers", "200"];

test("one policy alone is compared with what was committed: nothing, then a threshold", async () => {
  const same = await commandLine(["diff", "consent-first", ...few], {}, scratch);
  expect(same.stdout).toContain("the two policies are the same");
  expect(same.stdout).toContain("no customer is decided differently");
  const limit = /"maxLimitFen": \{\s*"value": \d+/u.exec(readFileSync(policyFile, "utf8"))?.[0] ?? "";
  edit(policyFile, limit, limit.replace(/\d+$/u, "500000"));
  const { code, stdout } = await commandLine(["diff", "consent-first", ...few], {}, scratch);
  expect(code).toBe(0);
  expect(stdout).toContain("¥30,000 → ¥5,000");
  expect(stdout).toMatch(/limitFen: 0 raised, \d+ lowered/u);
  expect(stdout).toMatch(/customer \d+, in the situation of/u);
  // Three people, each with both traces: the rule that decided, its conditions and what she had.
  expect(stdout).toMatch(/customer \d+[^\n]*\n {4}before: grant[^\n]*\n(?: {6}[^\n]*\n)+ {4}after: grant/u);
  expect(stdout).toMatch(/^ {10,}[+-] \S+ \w+ [^\n]*is /mu);
  // How the changes of the limit are spread: a bar a step.
  expect(stdout.match(/^ {4}-¥[\d,]+[^\n]*▇+ \d+$/gmu)?.length).toBeGreaterThan(1);
  const zh = await commandLine(["diff", "git:HEAD:consent-first", "consent-first", "--lang", "zh", ...few], {}, scratch);
  expect(zh.stdout).toContain("决策不同");
  expect(zh.stdout).toMatch(/0 上调, \d+ 下调/u);
});

test("a change without effect says so", async () => {
  const file = join(scratch, "rules/policies/invited/closure.json");
  const priority = /"priority": \d+/u.exec(readFileSync(file, "utf8"))?.[0] ?? "";
  edit(file, priority, '"priority": 4321');
  const { stdout } = await commandLine(["diff", "invited", "--rev", "HEAD", ...few], {}, scratch);
  expect(stdout).toMatch(/priority \d+ → 4321/u);
  expect(stdout).toContain("the change has no effect on these customers");
});

interface Json {
  readonly changes: readonly unknown[];
  readonly effects: readonly { readonly decision: string; readonly moment: string; readonly customers: number; readonly differing: number; readonly shown: readonly unknown[] }[];
  readonly vocabulary?: unknown;
}

test("the JSON tells every change and every moment", async () => {
  const { stdout } = await commandLine(["diff", "consent-first", "invited", "--json", ...few], {}, root);
  const { changes, effects, vocabulary } = JSON.parse(stdout) as Json;
  expect(changes.length).toBeGreaterThan(20);
  expect(effects.map(({ decision, moment }) => `${decision}/${moment}`)).toHaveLength(17);
  expect(JSON.parse(stdout).effects.flatMap((effect: { shown: readonly { traces?: { before: unknown[]; after: unknown[] } }[] }) => effect.shown).filter(({ traces }: { traces?: { before: unknown[]; after: unknown[] } }) => (traces?.before.length ?? 0) > 5 && (traces?.after.length ?? 0) > 5).length).toBeGreaterThanOrEqual(9);
  expect(effects.every(({ customers, differing, shown }) => customers === 200 && shown.length === Math.min(3, differing))).toBe(true);
  expect(vocabulary).toBeUndefined();
});

test("what cannot be compared is said with exit code 2", async () => {
  const said = async (...args: string[]): Promise<string> => {
    const { code, stderr, stdout } = await commandLine(["diff", ...args, ...few], {}, scratch);
    expect([code, stdout]).toEqual([2, ""]);
    return stderr;
  };
  expect(await said("consent-first", "--rev", "nowhere")).toContain("git knows no revision `nowhere`");
  expect(await said("consent-first", "--rev", "--output=x")).toContain("git knows no revision");
  expect(await said("git:HEAD:nobody", "consent-first")).toContain("there is no policy `nobody` at `HEAD`");
  expect(await said("git:consent-first", "invited")).toContain("names no policy at a revision");
  expect(await said("consent-first", "invited", "--rev", "HEAD")).toContain("--rev compares one policy with its own past");
  expect(await said("consent-first", "invite")).toContain("did you mean `invited`?");
});

test("without a git repository a revision is refused", async () => {
  const bare = mkdtempSync(join(tmpdir(), "policy-bench-no-git-"));
  cpSync(join(root, "rules"), join(bare, "rules"), { recursive: true });
  cpSync(join(root, "scenarios"), join(bare, "scenarios"), { recursive: true });
  const { code, stderr } = await commandLine(["diff", "invited"], {}, bare);
  rmSync(bare, { recursive: true, force: true });
  expect([code, stderr.includes("is in no git repository")]).toEqual([2, true]);
});
