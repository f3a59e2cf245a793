// The built command as a user runs it: a child process in a folder of its own.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");
export const bin = join(root, "dist", "policy-bench.js");

/** Whether the build is there and no older than the sources; says what to run where it is not. */
export function requireBuild(): void {
  if (!existsSync(bin)) throw new Error("dist is missing: npm run build");
  const built = statSync(bin).mtimeMs;
  const newer = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > built + 1000,
  );
  if (newer !== undefined) throw new Error(`dist is older than ${newer.name}: npm run build`);
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Flags of node itself, before the command. */
  readonly node?: readonly string[];
  /** Hears what comes on either stream as it comes. */
  readonly hear?: (chunk: string) => void;
  /** Called once the child runs; may send it signals. */
  readonly meanwhile?: (child: { kill(signal: NodeJS.Signals): void }) => Promise<void>;
}

/** Runs the built command to its end. */
export async function policyBench(args: readonly string[], { cwd, env = {}, node = [], hear, meanwhile }: RunOptions): Promise<Ran> {
  const child = spawn(process.execPath, [...node, bin, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], LANG: "C.UTF-8", ...env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => hear?.(chunk.toString("utf8")));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  await meanwhile?.({ kill: (signal) => void child.kill(signal) });
  const code = await ended;
  return { code, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") };
}

/** A folder with its own rules and scenarios, to be broken. */
export interface Project {
  readonly folder: string;
  read(file: string): string;
  write(file: string, content: string | Uint8Array): void;
  /** Replaces text that must be there. */
  edit(file: string, from: string, to: string): void;
  remove(file: string): void;
  /** Every file below a folder, by its place; none where there is no such folder. */
  files(below?: string): readonly string[];
  dispose(): void;
}

/** A copy of the shipped rules and scenarios in a new folder. */
export function copyProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), "policy-bench-e2e-"));
  const at = (file: string): string => join(folder, file);
  cpSync(join(root, "scenarios"), at("scenarios"), { recursive: true });
  cpSync(join(root, "rules"), at("rules"), { recursive: true, filter: (path) => !path.endsWith("schema") });
  return {
    folder,
    read: (file) => readFileSync(at(file), "utf8"),
    write: (file, content) => {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), content);
    },
    edit: (file, from, to) => {
      const before = readFileSync(at(file), "utf8");
      if (!before.includes(from)) throw new Error(`${file} does not say ${from}`);
      writeFileSync(at(file), before.replace(from, () => to));
    },
    remove: (file) => rmSync(at(file), { recursive: true }),
    files: (below = ".") => filesBelow(at(below)),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What must never reach a terminal: control characters but line feeds, and marks that reorder text. As code points. */
export function actingOnTerminal(text: string): readonly string[] {
  const within = (code: number, [first, last]: readonly [number, number]): boolean => code >= first && code <= last;
  const ranges = [[0, 9], [11, 31], [127, 159], [0x202a, 0x202e], [0x2066, 0x2069]] as const;
  return [...new Set(text)].flatMap((char) => {
    const code = char.codePointAt(0) ?? 0;
    return ranges.some((range) => within(code, range)) ? [code.toString(16)] : [];
  });
}

/** The trace of an exception. */
export const stackTrace = /^\s+at .+:\d+:\d+\)?$/mu;
