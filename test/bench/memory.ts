// Memory of a run from the command line: a million customers for 24 months under one policy, on all processors. What
// is told is the most that the process held at once, as Linux counts it. Run with `node test/bench/memory.ts [policy]`.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const [policy = "silent-auto-enrolment"] = process.argv.slice(2);
const targetMegabytes = 300;

const run = spawn(process.execPath, [join(root, "dist", "policy-bench.js"), "run", "baseline", "--customers", "1m", "--policy", policy, "--quiet"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
let most = 0;
const looking = setInterval(() => {
  most = Math.max(most, peakMegabytes(`/proc/${run.pid}/status`));
}, 100);
run.on("exit", (code) => {
  clearInterval(looking);
  process.stdout.write(`1,000,000 customers × 24 months under ${policy}: ended with ${code}, at most ${most.toFixed(0)} MB; under ${targetMegabytes} MB asked\n`);
});

/** 0 where the file is gone already, or the system has none. */
function peakMegabytes(file: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
