import { getPriority, setPriority } from "node:os";
import { isMainThread } from "node:worker_threads";

const steps = 10;
/** No system has a lower priority. */
const lowest = 19;

let gives = false;

/**
 * From now on this thread works where others leave a core free: on two cores, lint would keep a run from its numbers.
 * Only Linux lets a thread say so of itself; elsewhere it would be said of the whole process, and nothing is done.
 */
export function giveWay(): void {
  if (gives || isMainThread || process.platform !== "linux") return;
  gives = true;
  try {
    setPriority(Math.min(lowest, getPriority() + steps));
  } catch {
    // Where even that is forbidden, threads share as they did.
  }
}
