// The watch loop as a person meets it, in a real terminal: first frame, save to new numbers, idle, memory over many saves.
// `node test/bench/watch.ts [saves a policy] [saves for memory]`, or memory alone: `node test/bench/watch.ts saves 1000`.
// Needs tmux and a build. Wall clock: run it on a quiet machine.
import { spawnSync } from "node:child_process";
import { cpSync, createReadStream, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const [how, ...numbers] = process.argv.slice(2);
const memoryAlone = how === "saves";
const [savesEach = 15, savesMemory = 200] = memoryAlone ? [0, ...numbers.map(Number)] : process.argv.slice(2).map(Number);
const home = mkdtempSync(join(tmpdir(), "policy-bench-watch-"));
const socket = join(home, "tmux");
const policies = ["consent-first", "invited", "silent-auto-enrolment"] as const;

function tmux(...args: readonly string[]): string {
  const { CI: _ci, NO_COLOR: _plain, ...env } = process.env;
  const done = spawnSync("tmux", ["-S", socket, "-f", "/dev/null", "-u", ...args], { encoding: "utf8", env: { ...env, LC_ALL: "C.UTF-8" } });
  if (done.status !== 0) throw new Error(`tmux ${args[0]}: ${done.stderr}`);
  return done.stdout;
}

/** A screen whose output is read as it is written. */
interface Screen {
  /** Milliseconds from now until something new is written that fits; what was written before counts no more. */
  readonly sees: (wanted: RegExp, act?: () => void) => Promise<number>;
  readonly pid: number;
  readonly close: () => void;
}

async function open(name: string, project: string, flags: string): Promise<Screen & { readonly firstFrame: number }> {
  const pipe = join(home, `${name}.pipe`);
  const pidFile = join(home, `${name}.pid`);
  spawnSync("mkfifo", [pipe]);
  const line = `cd '${project}'; read go; echo $$ > '${pidFile}'; exec '${process.execPath}' '${join(root, "dist", "policy-bench.js")}' --lang en -o json='${join(home, "out.json")}' ${flags}`;
  tmux("new-session", "-d", "-s", name, "-x", "140", "-y", "40", "sh", "-c", line);
  tmux("pipe-pane", "-o", "-t", name, `cat > '${pipe}'`);
  let written = "";
  const stream = createReadStream(pipe, { encoding: "utf8" });
  stream.on("data", (text) => {
    written += String(text);
  });
  const sees: Screen["sees"] = async (wanted, act) => {
    written = "";
    const start = performance.now();
    act?.();
    // A sequence may come in two pieces: it is taken out where all of it is there.
    while (!wanted.test(written.replaceAll(sequence, ""))) {
      if (performance.now() - start > 120_000) throw new Error(`waited for ${String(wanted)}:\n${tmux("capture-pane", "-p", "-t", name)}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return performance.now() - start;
  };
  const firstFrame = await sees(/Overview/u, () => tmux("send-keys", "-t", name, "Enter"));
  return { sees, firstFrame, pid: Number(readFileSync(pidFile, "utf8")), close: () => (stream.destroy(), void tmux("kill-session", "-t", name)) };
}

const sequence = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "gu");
let value = 0;

/** Another number for the policy's first parameter, by rename as editors save; no two saves are alike. */
function save(project: string, policy: string): void {
  const file = join(project, "rules", "policies", policy, "policy.json");
  value += 1;
  const text = readFileSync(file, "utf8");
  const [, min = 0, max = 0, step = 1] = (/"parameters": \{\s*"\w+": \{\s*"value": [\d.]+,\s*"min": ([\d.]+),\s*"max": ([\d.]+),\s*"step": ([\d.]+)/u.exec(text) ?? []).map(Number);
  const next = min + step * ((value * 7) % Math.floor((max - min) / step));
  writeFileSync(`${file}~`, text.replace(/("parameters": \{\s*"\w+": \{\s*"value": )[\d.]+/u, (_, before: string) => `${before}${next}`));
  renameSync(`${file}~`, file);
}

const at = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const told = (label: string, values: readonly number[]): string => `${label.padEnd(44)} median ${at(values, 0.5).toFixed(0).padStart(5)} ms   p95 ${at(values, 0.95).toFixed(0).padStart(5)} ms   (${values.length} saves)\n`;
const cpuSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /u, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function project(name: string): string {
  const folder = join(home, name);
  for (const part of ["rules", "scenarios"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  return folder;
}

async function measureFirstFrame(): Promise<void> {
  const [frames, frameCpu]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 3; turn += 1) {
    const screen = await open(`frame${turn}`, project(`frame${turn}`), "--customers 300");
    frames.push(screen.firstFrame);
    frameCpu.push(cpuSeconds(screen.pid) * 1000);
    screen.close();
  }
  process.stdout.write(`${"first frame".padEnd(44)} median ${at(frames, 0.5).toFixed(0).padStart(5)} ms   target 500 (${at(frameCpu, 0.5).toFixed(0)} ms of CPU)\n`);
}

/** Saves of each policy in turn, then a while without any. */
async function measureSaves(): Promise<void> {
  const big = project("big");
  const screen = await open("big", big, "");
  await screen.sees(/✓ proofs/u);
  const cpuStart = cpuSeconds(screen.pid);
  const all: { readonly part: number[]; readonly whole: number[] } = { part: [], whole: [] };
  for (const policy of policies) {
    const [part, whole]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < savesEach + 3; turn += 1) {
      const start = performance.now();
      await screen.sees(/first 2,048|✓ run 20,000/u, () => save(big, policy));
      const first = performance.now() - start;
      if (!tmux("capture-pane", "-p", "-t", "big").includes("✓ run 20,000")) await screen.sees(/✓ run 20,000/u);
      const end = performance.now() - start;
      // The first saves after a start are compiled as they go.
      if (turn >= 3) {
        part.push(first);
        whole.push(end);
      }
      await pause(1500);
    }
    process.stdout.write(told(`${policy}: first 2,048 of 20,000`, part) + told(`${policy}: all 20,000 customers`, whole));
    all.part.push(...part);
    all.whole.push(...whole);
  }
  process.stdout.write(`${told("save to new numbers, all policies", all.part)}${"".padEnd(44)} target   300 ms   target   600 ms\n${told("save to all 20,000, all policies", all.whole)}`);
  await pause(4000);
  process.stdout.write(`${"CPU a save, checks included".padEnd(44)} ${(((cpuSeconds(screen.pid) - cpuStart) / (policies.length * (savesEach + 3))) * 1000).toFixed(0)} ms\n`);
  const [before, seconds] = [cpuSeconds(screen.pid), 10];
  await pause(seconds * 1000);
  process.stdout.write(`${"idle".padEnd(44)} ${(((cpuSeconds(screen.pid) - before) / seconds) * 100).toFixed(2)} % of a core   target 1\n`);
  screen.close();
}

/** Memory of the process after every hundred saves (twenty of fewer than 500), of all policies in turn, none like another. */
async function measureMemory(): Promise<void> {
  const small = project("small");
  const screen = await open("many", small, "--customers 300 --months 6");
  await screen.sees(/✓ proofs/u);
  const every = savesMemory >= 500 ? 100 : 20;
  const sizes: (readonly [number, number])[] = [[0, residentMb(screen.pid)]];
  for (let turn = 1; turn <= savesMemory; turn += 1) {
    await screen.sees(/✓ run 300/u, () => save(small, policies[turn % policies.length] ?? policies[0]));
    if (turn % every !== 0) continue;
    sizes.push([turn, residentMb(screen.pid)]);
    if (memoryAlone) process.stdout.write(`${`memory after ${turn} saves`.padEnd(44)} ${residentMb(screen.pid).toFixed(0).padStart(5)} MB\n`);
  }
  const late = sizes.slice(Math.floor(sizes.length / 2));
  const mean = (pick: 0 | 1): number => late.reduce((sum, one) => sum + one[pick], 0) / late.length;
  const slope = late.reduce((sum, [x, y]) => sum + (x - mean(0)) * (y - mean(1)), 0) / late.reduce((sum, [x]) => sum + (x - mean(0)) ** 2, 0);
  process.stdout.write(`memory over ${savesMemory} saves: ${sizes[0]?.[1].toFixed(0)} MB before, ${sizes[1]?.[1].toFixed(0)} MB after ${every}, ${sizes.at(-1)?.[1].toFixed(0)} MB at the end, ${(slope * 1000).toFixed(0)} MB per 1,000 saves in the later half   target: flat\n`);
  screen.close();
}

try {
  if (!memoryAlone) {
    await measureFirstFrame();
    await measureSaves();
  }
  if (savesMemory > 0) await measureMemory();
} finally {
  spawnSync("tmux", ["-S", socket, "kill-server"]);
  rmSync(home, { recursive: true, force: true });
}
