// The reports committed in reports/ are what the shipped scenarios give today, byte for byte.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pictured, referenceCommand, references } from "../write-reference-reports.ts";
import { requireBuild, root } from "./bin.ts";

beforeAll(requireBuild);
const scratch = mkdtempSync(join(tmpdir(), "policy-bench-reports-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The first line that differs, to say more than "they differ". */
function firstDifference(before: string, now: string): string {
  const [old, fresh] = [before.split("\n"), now.split("\n")];
  const line = old.findIndex((text, index) => text !== fresh[index]);
  return `line ${line + 1}\n  committed: ${old[line]?.slice(0, 200)}\n  now:       ${fresh[line]?.slice(0, 200)}`;
}

async function rerun(scenario: string): Promise<void> {
  const child = spawn(process.execPath, referenceCommand(scenario, scratch), { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
}

for (const { scenario, possible } of references) {
  if (!possible) process.stderr.write(`skipped: the reference report of ${scenario} needs data that is not there\n`);
  test.runIf(possible)(`the reference report of ${scenario} is current`, async () => {
    await rerun(scenario);
    const pictures = scenario === pictured ? readdirSync(join(scratch, "figures")).map((file) => join("figures", file)) : [];
    if (scenario === pictured) expect(pictures.length).toBeGreaterThan(5);
    for (const file of [`${scenario}.json`, `${scenario}.md`, ...pictures]) {
      const committed = join(root, "reports", file);
      expect(existsSync(committed), `reports/${file} is missing; run: npm run reports`).toBe(true);
      const [before, now] = [readFileSync(committed, "utf8"), readFileSync(join(scratch, file), "utf8")];
      if (before !== now) throw new Error(`reports/${file} is out of date: ${firstDifference(before, now)}\nIf the change is meant, run: npm run reports, and look at the difference`);
    }
  });
}

test("every committed report belongs to a shipped scenario", () => {
  const home = join(root, "reports");
  const reports = (existsSync(home) ? readdirSync(home) : []).filter((file) => /\.(?:json|md)$/u.test(file) && file !== "effects.md");
  const scenarios = new Set(references.map(({ scenario }) => scenario));
  expect(scenarios.size).toBeGreaterThan(3);
  expect(reports.filter((file) => !scenarios.has(basename(file).replace(/\.\w+$/u, "")))).toEqual([]);
});
