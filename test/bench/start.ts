// How long people wait: `npm start` without a terminal (build included), and `--help` above node itself.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

function seconds(command: string, args: readonly string[]): number {
  const started = performance.now();
  const done = spawnSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "ignore"] });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${done.status}`);
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const repeated = (command: string, args: readonly string[]): number => median(Array.from({ length: 9 }, () => seconds(command, args)));

process.stdout.write(`npm start, build included   ${seconds("npm", ["start"]).toFixed(2)} s\n`);
const bare = repeated(process.execPath, ["-e", ""]);
for (const args of [["--version"], ["--help"], ["lint", "--help"]]) {
  const taken = repeated(process.execPath, [join(root, "dist", "policy-bench.js"), ...args]);
  process.stdout.write(`${args.join(" ").padEnd(27)} ${((taken - bare) * 1000).toFixed(0)} ms above node (${(bare * 1000).toFixed(0)} ms)\n`);
}
