import type { z } from "zod";
import type { Diagnostic } from "./diagnostic.ts";
import { fromPointer } from "./pointer.ts";
import type { JsonDocument } from "./read-json.ts";
import { findingsOf, remember } from "./shape-findings.ts";
import { wordsOf } from "./shape-words.ts";
import { diagnose } from "./diagnose.ts";
import { below, toPointer } from "./pointer.ts";

/** At most so many findings of one check are told. */
const most = 200;

/**
 * Holds a document (or the part under a pointer) against a schema. One diagnostic per mistake, at the key or
 * the value that is wrong, all at once. The value is given only where nothing is wrong. After a syntax error
 * only parts that ended before it are judged, because the parser may have lost the rest.
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
    return document.whole ? { value: result.data, diagnostics: [] } : { diagnostics: [] };
  }
  const findings = findingsOf(result.error.issues, input);
  const diagnostics = findings
    .map((finding) => ({ finding, at: below(pointer) + toPointer(finding.path) }))
    .filter(({ at }) => document.whole || document.intact(at))
    .slice(0, most)
    .map(({ finding, at }) => {
      const part = finding.kind === "unknown-key" || finding.kind === "wrong-key" ? "key" : "value";
      return diagnose({ ...wordsOf(finding), document, pointer: at, part });
    });
  return { diagnostics };
}

/** What stands under a pointer; `undefined` where nothing does. Own members only. */
export function valueAt(value: unknown, pointer: string): unknown {
  return step(value, fromPointer(pointer));
}

function step(value: unknown, path: readonly string[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}
