// Everything that must hold before a change lands, one step after the other; the last line counts the tests.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const long = process.argv.includes("--long");
const scratch = mkdtempSync(join(tmpdir(), "policy-bench-"));
const results = join(scratch, "results.json");

const steps: readonly (readonly [string, string, readonly string[]])[] = [
  ["types", "tsc", ["-p", "."]],
  ["lint", "oxlint", ["-c", ".config/oxlint.json", "--type-aware", "--report-unused-disable-directives", "--deny-warnings", "src", "test"]],
  ["unused", "knip", ["-c", ".config/knip.json"]],
  ["build", "npm", ["run", "--silent", "build"]],
  ["package", "publint", ["--strict"]],
  ["tests", "vitest", ["run", "-c", ".config/vitest.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`]],
];

let passed = 0;
let failed = 0;
let skipped = 0;
for (const [name, command, args] of steps) {
  process.stdout.write(`\n── ${name}\n`);
  const done = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...(long ? { POLICY_BENCH_LONG: "1" } : {}) },
  });
  if (name === "tests") countTests();
  else if (done.status === 0) passed += 1;
  if (done.status !== 0 && (name !== "tests" || failed === 0)) failed += 1;
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function countTests(): void {
  try {
    const counted = JSON.parse(readFileSync(results, "utf8")) as Record<string, number>;
    passed += counted["numPassedTests"] ?? 0;
    failed += counted["numFailedTests"] ?? 0;
    skipped += (counted["numPendingTests"] ?? 0) + (counted["numTodoTests"] ?? 0);
  } catch {
    failed += 1;
  }
}
