import { quote } from "../findings.ts";
import type { LintFinding, Repair } from "./lint-rule.ts";
import type { JsonDocument, Text } from "../../base/index.ts";

/** A finding at a pointer of a document. */
export function finding(
  place: { readonly document: JsonDocument; readonly pointer: string },
  saying: { readonly en: string; readonly zh: string; readonly hint?: Text; readonly part?: "key" | "value"; readonly repair?: Repair },
): LintFinding {
  const { en, zh, ...more } = saying;
  return { document: place.document, pointer: place.pointer, message: { en, zh }, ...more };
}

/** A share as percent with one decimal at most: 0.24 is `24`. */
export function percent(share: number): string {
  return String(Number((share * 100).toFixed(2)));
}

export { below } from "../../base/index.ts";
export { quote };
