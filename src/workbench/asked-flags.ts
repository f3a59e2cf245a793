import { basename, isAbsolute } from "node:path";
import type { Call } from "./call.ts";

/** Flags that change how a result is told, or how quickly it comes: not what it is. */
const telling = new Set(["lang", "color", "ascii", "quiet", "threads", "format", "json", "output", "plain", "gate", "write", "cache"]);

/**
 * The flags that a result depends on, as they would be written again: by name, values in the order they were given. Of a
 * file from elsewhere only its name: where it stood says nothing about the result.
 */
export function askedFlags({ flags }: Call): readonly string[] {
  const names = Object.keys(flags).filter((name) => !telling.has(name));
  return names.toSorted().flatMap((name) => {
    const value = flags[name];
    const written = `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === true) return [written];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one) => (typeof one === "string" ? [`${written} ${isAbsolute(one) ? basename(one) : one}`] : []));
  });
}
