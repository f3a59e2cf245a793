import type { z } from "zod";
import { diagnose } from "./diagnose.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { at } from "./own-members.ts";
import { fromPointer, toPointer } from "./pointer.ts";
import type { JsonDocument } from "./read-json.ts";
import { findingsOf, remember, type Finding } from "./shape-findings.ts";
import { wordsOf } from "./shape-words.ts";

/** At most so many findings of one check are told, and how many more there are. */
const most = 200;

/**
 * Holds a document (or the part under a pointer) against a schema. One diagnostic per mistake, at the key or
 * the value that is wrong, in the order of the text. The value is given only where nothing is wrong. After a
 * syntax error only parts that ended before it are judged, because the parser may have lost the rest.
 */
export function checkShape<T>(
  schema: z.ZodType<T>,
  document: JsonDocument,
  pointer = "",
): { value?: T; diagnostics: readonly Diagnostic[] } {
  const input = valueAt(document.value, pointer);
  if (input === undefined && !document.whole) return { diagnostics: [] };
  const result = schema.safeParse(input, { error: remember });
  if (result.success) {
    const sure = document.whole || document.intact(pointer);
    return sure ? { value: result.data, diagnostics: [] } : { diagnostics: [] };
  }
  const placed = findingsOf(result.error.issues, input)
    .map((finding) => ({ finding, pointer: pointer + toPointer(finding.path) }))
    .filter((one) => document.whole || document.intact(one.pointer));
  const diagnostics = placed.slice(0, most).map((one) => {
    return diagnose({
      ...wordsOf(one.finding),
      document,
      pointer: one.pointer,
      part: partOf(one.finding),
    });
  });
  return {
    diagnostics: [...inTextOrder(diagnostics), ...more(placed.length - most, document, pointer)],
  };
}

/** What stands under a pointer; `undefined` where nothing does. Own members only. */
export function valueAt(value: unknown, pointer: string): unknown {
  return at(value, fromPointer(pointer));
}

function partOf({ kind }: Finding): "key" | "value" {
  return kind === "unknown-key" || kind === "wrong-key" || kind === "clashing-key"
    ? "key"
    : "value";
}

function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const line = ({ place }: Diagnostic): number => place?.line ?? 0;
  const column = ({ place }: Diagnostic): number => place?.column ?? 0;
  return diagnostics.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}

function more(count: number, document: JsonDocument, pointer: string): readonly Diagnostic[] {
  if (count <= 0) return [];
  const message = { en: `${count} more findings are not shown`, zh: `另有 ${count} 处问题未显示` };
  return [diagnose({ code: "more-findings", level: "note", message, document, pointer })];
}
