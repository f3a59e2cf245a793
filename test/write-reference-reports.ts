// Writes reports/<scenario>.json and .md, and the pictures of the baseline in reports/figures: the reference that the tests compare with: npm run reports.
// Imported customers only where their data is at hand.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "..");
const csv = join(root, "..", "shared", "data", "UCI_Credit_Card.csv");

/** The scenario whose pictures are kept, because the README shows one. */
export const pictured = "baseline";

/** The command line behind a reference report; `home` is where its files go. */
export function referenceCommand(scenario: string, home: string): readonly string[] {
  const imported = scenario === "imported-customers" ? ["--csv", csv] : [];
  const files = ["json", "markdown"].flatMap((format) => ["-o", `${format}=${join(home, `${scenario}.${format === "json" ? "json" : "md"}`)}`]);
  const pictures = scenario === pictured ? ["-o", `svg=${join(home, "figures")}`] : [];
  return [join(root, "dist", "policy-bench.js"), "run", scenario, ...imported, ...files, ...pictures, "--quiet", "--lang", "en", "--format", "json"];
}

/** Every shipped scenario, and whether what it needs is at hand. */
export const references: readonly { readonly scenario: string; readonly possible: boolean }[] = readdirSync(join(root, "scenarios"))
  .filter((file) => file.endsWith(".json"))
  .map((file) => basename(file, ".json"))
  .map((scenario) => ({ scenario, possible: scenario !== "imported-customers" || existsSync(csv) }));

if (import.meta.main) {
  for (const { scenario, possible } of references) {
    if (!possible) {
      process.stdout.write(`${scenario}: left as it is, ${csv} is not there\n`);
      continue;
    }
    const done = spawnSync(process.execPath, referenceCommand(scenario, join(root, "reports")), { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    if (done.status !== 0) process.exit(done.status ?? 1);
    process.stdout.write(`reports/${scenario}.json, reports/${scenario}.md\n`);
  }
}
