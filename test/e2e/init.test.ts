// A new project is green as it stands, in every way a newcomer would try it.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { policyBench, requireBuild } from "./bin.ts";

vi.setConfig({ testTimeout: 300_000 });

let folder: string;
const run = async (args: readonly string[], cwd = join(folder, "mine")) => await policyBench(args, { cwd });
beforeAll(async () => {
  requireBuild();
  folder = mkdtempSync(join(tmpdir(), "policy-bench-init-"));
  const made = await run(["init", "mine", "--policy", "our-credit"], folder);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout).toContain("npx policy-bench check");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("it has one policy with all five decisions, one scenario, editor settings, gates and a workflow", () => {
  const files = readdirSync(join(folder, "mine"), { recursive: true }).map(String);
  for (const file of ["enrolment", "limit", "pricing", "closure", "monitoring", "policy"]) expect(files).toContain(`rules/policies/our-credit/${file}.json`);
  expect(files.filter((file) => /^rules\/policies\/[^/]+$/u.test(file))).toEqual(["rules/policies/our-credit"]);
  expect(files.filter((file) => /^scenarios\/[^/]+\.json$/u.test(file))).toEqual(["scenarios/baseline.json"]);
  const settings = JSON.parse(readFileSync(join(folder, "mine/.vscode/settings.json"), "utf8"));
  for (const { url } of settings["json.schemas"]) expect(files).toContain(url.replace("./", ""));
  expect(readFileSync(join(folder, "mine/.github/workflows/policies.yml"), "utf8")).toContain("npx policy-bench check");
});

test("lint is silent, check holds its gates too, every example passes, schemas are current", async () => {
  expect(await run(["lint", "--fail-level", "warning"])).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await run(["test"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ passed, 0 failed\n$/u) });
  const checked = await run(["check"]);
  expect(checked).toMatchObject({ code: 0, stderr: "" });
  for (const suite of ["lint", "examples", "proofs", "coverage", "mutation", "expectations"]) expect(checked.stdout).toMatch(new RegExp(`^${suite}: [1-9]\\d* held, 0 not$`, "mu"));
  expect(await run(["schema", "--check"])).toMatchObject({ code: 0 });
});

test("run shows the policy's figures", async () => {
  const ran = await run(["run", "baseline", "--customers", "300", "--quiet"]);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain("our-credit: Our credit (champion)");
});

test("nothing is written over, and nothing at all is written where something stands", async () => {
  const again = await run(["init"]);
  expect(again).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("nothing was written") });
  const half = join(folder, "half");
  mkdirSync(half);
  writeFileSync(join(half, ".gitignore"), "mine\n");
  expect(await run(["init", "half"], folder)).toMatchObject({ code: 2, stderr: expect.stringContaining("`.gitignore`") });
  expect(readdirSync(half)).toEqual([".gitignore"]);
  expect(readFileSync(join(half, ".gitignore"), "utf8")).toBe("mine\n");
  expect(await run(["init", "half/.gitignore"], folder)).toMatchObject({ code: 2, stderr: expect.stringContaining("is a file") });
  expect(await run(["init", "x", "--policy", "../up"], folder)).toMatchObject({ code: 2 });
});
