import { UsageError } from "./world.ts";

/** A whole number as people write it: 20000, 20k, 1.5m. Throws a UsageError that names the flag. */
export function parseCount(written: string, flag: string): number {
  const match = /^(\d+(?:\.\d+)?)([km]?)$/iu.exec(written.replaceAll(/[_,\s]/gu, ""));
  const factor = { "": 1, k: 1000, m: 1_000_000 }[match?.[2]?.toLowerCase() ?? ""] ?? 1;
  const value = Number(match?.[1]) * factor;
  if (Number.isSafeInteger(value)) return value;
  throw new UsageError({
    en: `${flag} is \`${written}\`; use a whole number such as 20000, 20k or 1m`,
    zh: `${flag} 的值为 \`${written}\`；请用整数，例如 20000、20k、1m`,
  });
}
