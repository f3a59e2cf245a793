import { below } from "../base/index.ts";
import { didYouMean, quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { entry } from "./json.ts";
import type { JsonObject } from "./json.ts";

/** Reports keys a condition does not have; `name` and `priority` stand anywhere. */
export function checkKeys(value: JsonObject, pointer: string, known: readonly string[], findings: Findings): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key) || isNeutral(key)) continue;
    const guess = didYouMean(key, [...known, "priority"]);
    findings.add("unknown-key", below(pointer, key), {
      en: `a condition has no key ${quote(key)}${guess.en}`,
      zh: `条件中没有键 ${quote(key)}${guess.zh}`,
      part: "key",
    });
  }
}

/** Keys that say nothing and may stand at any condition. */
export function isNeutral(key: string): boolean {
  return key === "priority" || key === "name" || key === "$comment";
}

/** A node's own priority, where it has one. */
export function checkPriority(
  value: JsonObject,
  pointer: string,
  findings: Findings,
): { readonly broken: boolean; readonly kept: { readonly priority?: number } } {
  const priority = entry(value, "priority");
  if (priority === undefined) return { broken: false, kept: {} };
  if (typeof priority === "number" && Number.isSafeInteger(priority) && priority >= 1) return { broken: false, kept: { priority } };
  findings.add("bad-priority", below(pointer, "priority"), {
    en: `a priority is a whole number of 1 or more, not ${quote(priority)}`,
    zh: `优先级须为大于等于 1 的整数，而非 ${quote(priority)}`,
    hint: { en: "higher goes first; without one it is 1", zh: "数值大者优先；不写则为 1" },
  });
  return { broken: true, kept: {} };
}
