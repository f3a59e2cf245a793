// Writes reports/effects.md: every mechanism off and on, on a modest population. Part of npm run reports.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The command line behind the page. */
export const effectsCommand: readonly string[] = [join(root, "dist", "policy-bench.js"), "effects", "baseline", "--customers", "3000", "--format", "markdown", "--lang", "en", "--quiet"];

if (import.meta.main) {
  const done = spawnSync(process.execPath, effectsCommand, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1e8 });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(join(root, "reports", "effects.md"), done.stdout);
  process.stdout.write("reports/effects.md\n");
}
