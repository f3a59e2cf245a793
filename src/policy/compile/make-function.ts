/**
 * Makes a function from text. Invariant: the text holds only what this folder wrote – names of ours, numbers,
 * booleans, indices into `constants` – and never a string from a file.
 */
export function makeFunction<F extends (...args: never[]) => unknown>(parameters: readonly string[], body: string): F {
  // oxlint-disable-next-line typescript/no-implied-eval -- compiling is what this folder is for; see the invariant
  const made: unknown = new Function(...parameters, `"use strict";${body}`);
  if (!isFunction<F>(made)) throw new Error("generated text is no function");
  return made;
}

function isFunction<F>(value: unknown): value is F {
  return typeof value === "function";
}
