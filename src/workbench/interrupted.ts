import type { World } from "./world.ts";

let words: (() => string) | undefined;

/** What an interrupt would leave behind, told as the process ends; undefined when there is nothing to tell any more. */
export function onInterrupt(tell: (() => string) | undefined): void {
  words = tell;
}

/** Tells it. */
export function tellInterrupt({ stderr }: Pick<World, "stderr">): void {
  if (words !== undefined) stderr.write(`${stderr.isTTY ? "\n" : ""}${words()}\n`);
  else if (stderr.isTTY) stderr.write("\n");
}
