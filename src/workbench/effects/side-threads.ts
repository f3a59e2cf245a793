import { builtWorker, oneAtATime, openPool } from "../open-pool.ts";
import type { RunTexts } from "../run-texts.ts";
import { runSide, type Side } from "./run-side.ts";

/** Where sides are run; `end` lets the threads go. */
export interface SideThreads {
  readonly run: (texts: RunTexts) => Promise<Side>;
  readonly end: () => Promise<void>;
}

/** Threads that each run whole sides, or this thread where there is one only (or no built worker). */
export async function sideThreads(threads: number, packageRoot: string): Promise<SideThreads> {
  const worker = builtWorker(packageRoot);
  if (threads < 2 || worker === undefined) return { run: oneAtATime(runSide), end: () => Promise.resolve() };
  const pool = await openPool<RunTexts, Side>(worker, { threads, least: 1 });
  return { run: (texts) => pool.run(texts, { name: "runSide" }), end: () => pool.destroy() };
}
