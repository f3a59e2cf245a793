// 200 settings of a policy over 20,000 customers and 24 months, on two threads: at most 90 seconds are asked.
// Run with `npm run build && node test/bench/sweep.ts [policy] [settings]`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [policy = "silent-auto-enrolment", settings = "200"] = process.argv.slice(2);
const root = join(import.meta.dirname, "..", "..");
const args = ["dist/policy-bench.js", "sweep", "baseline", "--policy", policy, "--points", settings, "--threads", "2", "--json"];
const began = performance.now();
const done = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
if (done.status !== 0) throw new Error(done.stderr);
const seconds = (performance.now() - began) / 1000;
const points = (JSON.parse(done.stdout) as { points: unknown[] }).points.length;
const months = points * 20_000 * 24;
process.stdout.write(
  `${points} settings of ${policy}, 20,000 customers, 24 months: ${seconds.toFixed(1)} s (at most 90 asked), ${(months / seconds / 1e6).toFixed(2)} M customer-months a second\n`,
);
