// Ctrl-C in the middle of a matrix: what is done is kept, whole, and the next call goes on from there.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { policyBench, requireBuild, root } from "./bin.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-interrupt-"));
beforeAll(requireBuild);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an interrupted matrix says what is kept, exits 130, and the next call runs the rest only", { timeout: 240_000 }, async () => {
  const cells = join(folder, "cells");
  const args = ["matrix", "baseline", "--assumptions", "low,base,high", "--customers", "1000", "--measure", "marginPerCustomer", "--json", "--threads", "1"];
  const kept = (): readonly string[] => (existsSync(cells) ? readdirSync(cells) : []);
  const cut = await policyBench([...args, "--cache", cells], {
    cwd: root,
    meanwhile: async (child) => {
      for (let wait = 0; wait < 6000 && kept().filter((name) => name.endsWith(".cell")).length < 2; wait += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      child.kill("SIGINT");
    },
  });
  expect([cut.code, cut.stdout]).toEqual([130, ""]);
  const done = kept().length;
  expect(kept().filter((name) => !name.endsWith(".cell"))).toEqual([]);
  expect(done).toBeLessThan(9);
  expect(cut.stderr).toContain(`interrupted: ${done} of 9 cells are kept`);
  const rest = await policyBench([...args, "--cache", cells], { cwd: root });
  expect(rest.stderr).toContain(`9 cells: ${done} from the cache, ${9 - done} run`);
  const whole = await policyBench([...args, "--no-cache"], { cwd: root });
  expect(rest.stdout).toBe(whole.stdout);
});
