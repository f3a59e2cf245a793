import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RunTexts } from "../run-texts.ts";
import { runSide, type Side } from "./run-side.ts";

/** Where sides are run; `end` lets the threads go. */
export interface SideThreads {
  readonly run: (texts: RunTexts) => Promise<Side>;
  readonly end: () => Promise<void>;
}

/** Threads that each run whole sides, or this thread where there is one only (or no built worker). */
export async function sideThreads(threads: number, packageRoot: string): Promise<SideThreads> {
  const filename = join(packageRoot, "dist", "worker.js");
  if (threads < 2 || !existsSync(filename)) return { run: oneAtATime(), end: () => Promise.resolve() };
  const { Piscina } = await import("piscina");
  const pool = new Piscina<RunTexts, Side>({
    filename,
    name: "runSide",
    minThreads: 1,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 },
  });
  // A worker's error also rejects its task, which is where it is told.
  pool.on("error", () => undefined);
  return { run: (texts) => pool.run(texts), end: () => pool.destroy() };
}

/** Sides on this thread, with room for keys and signals between them. */
function oneAtATime(): (texts: RunTexts) => Promise<Side> {
  let last: Promise<unknown> = Promise.resolve();
  return (texts) => {
    const side = last.then(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return runSide(texts);
    });
    last = side.catch(() => undefined);
    return side;
  };
}
