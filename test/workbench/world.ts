import { PassThrough } from "node:stream";
import { join } from "node:path";
import { runCommandLine } from "../../src/workbench/command-line.ts";
import type { World } from "../../src/workbench/world.ts";

export const root = join(import.meta.dirname, "..", "..");

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A world with nothing of this machine in it but the project's own files. */
export function quietWorld(): World {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  return { cwd: root, packageRoot: root, env: {}, stdin, stdout, stderr } as unknown as World;
}

/** Runs one command line in this process, with nothing of this machine in its world. */
export async function commandLine(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = root): Promise<Said> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [out, err] = [gather(stdout), gather(stderr)];
  // No terminal: isTTY and columns are undefined, as on a pipe.
  const world = { cwd, packageRoot: root, env, stdin, stdout, stderr } as unknown as World;
  const code = await runCommandLine(args, world);
  return { code, stdout: out(), stderr: err() };
}

function gather(stream: PassThrough): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => {
    for (let chunk: unknown = stream.read(); chunk instanceof Buffer; chunk = stream.read()) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  };
}
