import type { World } from "./world.ts";

let words: (() => string) | undefined;

/** What an interrupt would leave behind, told as the process ends; undefined when there is nothing to tell any more. */
export function onInterrupt(tell: (() => string) | undefined): void {
  words = tell;
}

let away = 0;

/** Keys that interrupt are for another program on this terminal, until what is returned is called. */
export function handOverInterrupts(): () => void {
  away += 1;
  return () => {
    away -= 1;
  };
}

/** Whether an interrupt from the keyboard is meant for us. */
export function interruptsAreOurs(): boolean {
  return away === 0;
}

/** Tells it. */
export function tellInterrupt({ stderr }: Pick<World, "stderr">): void {
  if (words !== undefined) stderr.write(`${stderr.isTTY ? "\n" : ""}${words()}\n`);
  else if (stderr.isTTY) stderr.write("\n");
}
