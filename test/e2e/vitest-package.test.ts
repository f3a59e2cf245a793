// policy-bench/vitest as a project uses it: from the packed package, with its published types.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { copyProject, requireBuild, root, type Project } from "./bin.ts";

vi.setConfig({ testTimeout: 300_000 });

let project: Project;

async function sh(command: string, args: readonly string[], cwd: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", VITEST: "", NODE_ENV: "test" } });
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => heard.push(chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { code, said: heard.join("") };
}

beforeAll(async () => {
  requireBuild();
  project = copyProject();
  const modules = join(project.folder, "node_modules");
  mkdirSync(modules);
  // What the package depends on, as npm would put it beside it; the package itself comes out of its tarball.
  for (const name of readdirSync(join(root, "node_modules")).filter((each) => !each.startsWith("."))) symlinkSync(join(root, "node_modules", name), join(modules, name));
  await sh("npm", ["pack", "--ignore-scripts", "--pack-destination", project.folder], root);
  mkdirSync(join(modules, "policy-bench"));
  const unpacked = await sh("tar", ["-xzf", `${project.folder}/policy-bench-0.1.0.tgz`, "-C", join(modules, "policy-bench"), "--strip-components=1"], project.folder);
  expect(unpacked).toEqual({ code: 0, said: "" });
  writeFileSync(join(project.folder, "package.json"), '{ "name": "mine", "private": true, "type": "module" }');
});
afterAll(() => {
  rmSync(join(project.folder, "node_modules"), { recursive: true });
  project.dispose();
});

const vitest = async (name: string, text: string): Promise<{ code: number | null; said: string }> => {
  project.write(`${name}.test.ts`, text);
  return await sh(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", `${name}.test.ts`, "--reporter=verbose"], project.folder);
};

test("a folder's examples and invariants are tests, and matchers tell decisions", async () => {
  const { code, said } = await vitest("sound", `
    import { expect, test } from "vitest";
    import { decide, policySuite } from "policy-bench/vitest";
    policySuite("rules/policies/consent-first");
    policySuite("rules/policies/silent-auto-enrolment", { examples: false });
    test("a minor is declined", async () => {
      const decision = await decide({ policy: "consent-first", decision: "enrolment", facts: { "customer.age": 17 } });
      expect(decision).toDecide("decline", { reason: "minor" });
      expect(decision).toBeBecauseOf("ENR-10");
      expect(decision).not.toBeUndecided();
    });`);
  expect(said).not.toContain("✗");
  expect(code).toBe(0);
  expect(said).toMatch(/consent-first > enrolment > /u);
  expect(said).toMatch(/consent-first > invariants > INV-104 no minor is enrolled or invited/u);
  expect(said).toMatch(/silent-auto-enrolment > invariants > INV-107 [^\n]*\(accepted: The practice under study/u);
  expect(said).toMatch(/a minor is declined/u);
});

test("a failure shows the line of the rule file, the condition and its value, the applicant, the explanation", async () => {
  project.edit("rules/policies/consent-first/enrolment.json", '{ "fact": "customer.age", "operator": "lessThan", "value": 18 }', '{ "fact": "customer.age", "operator": "lessThan", "value": 16 }');
  const { code, said } = await vitest("broken", `
    import { expect, test } from "vitest";
    import { decide, policySuite } from "policy-bench/vitest";
    policySuite("rules/policies/consent-first");
    policySuite("scenarios/baseline.json", { customers: 60 });
    test("a minor is declined", async () => {
      expect(await decide({ policy: "consent-first", decision: "enrolment", facts: { "customer.age": 17, "consent.bureau.kind": "written" } })).toDecide("decline");
    });
    test("a fact is misspelt", async () => {
      await decide({ policy: "consent-first", decision: "enrolment", facts: { "customer.agee": 17 } });
    });`);
  expect(code).toBe(1);
  expect(said).toMatch(/rules\/policies\/consent-first\/enrolment\.json:\d+:\d+/u);
  expect(said).toMatch(/- customer\.age lessThan 16 +is 17/u);
  expect(said.replaceAll(/\s+/gu, " ")).toMatch(/`consent-first` breaks INV-104 \(no minor is enrolled or invited\): an ordinary applicant, but [^→]*customer\.age = 1[67]/u);
  expect(said).toMatch(/expected the decision to decide \{"type":"decline"\}, and it decides \{"type":"enrol"\}/u);
  expect(said).toContain("did you mean `customer.age`?");
  expect(said).toMatch(/scenario baseline > consent-first: 90\+ at month 12 stays under 3 %/u);
  expect(said.replaceAll(/\s+/gu, " ")).toContain("is undecided for `consent-first`");
});

test("the published types fit a strict project, and refuse what is wrong", async () => {
  const check = async (text: string): Promise<string> => {
    project.write("types.ts", `import { expect } from "vitest";\nimport { decide, policySuite } from "policy-bench/vitest";\n${text}\n`);
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--skipLibCheck", "--types", "node", "types.ts"];
    return (await sh(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...flags], project.folder)).said;
  };
  expect(await check('policySuite("rules", { customers: 10 });\nconst one = await decide({ policy: "a", decision: "limit" });\nexpect(one).toDecide("grant");\nexpect(one.because).toEqual([]);')).toBe("");
  expect(await check('await decide({ policy: "a", decision: "limits" });')).toMatch(/TS2322|TS2820/u);
  expect(await check("expect(1).toDecide(2);")).toContain("TS2345");
});
