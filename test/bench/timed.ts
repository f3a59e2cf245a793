import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** What the built command said and what it took: seconds by the clock, and of all its threads together. */
export interface Timed {
  readonly stdout: string;
  readonly wall: number;
  readonly cpu: number;
}

/** Printed by the command itself as it ends: the operating system tells nobody else what its threads took. */
const tell = "process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write('\\n@cpu '+(user+system)/1e6+'\\n')})";

/** Runs the built command to its end. */
export function timed(args: readonly string[]): Timed {
  const began = performance.now();
  const done = spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, join(root, "dist", "policy-bench.js"), ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const wall = (performance.now() - began) / 1000;
  if (done.status !== 0) throw new Error(done.stderr);
  return { stdout: done.stdout, wall, cpu: Number(/@cpu ([\d.]+)/u.exec(done.stderr)?.[1] ?? Number.NaN) };
}

/** `12.3 s by the clock, 20.1 CPU-seconds`. */
export const tookText = ({ wall, cpu }: Timed): string => `${wall.toFixed(1)} s by the clock, ${cpu.toFixed(1)} CPU-seconds`;
