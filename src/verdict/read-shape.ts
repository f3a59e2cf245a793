import type { z } from "zod";
import { checkShape, type Diagnostic, type JsonDocument } from "../base/index.ts";

/** A report that was written as JSON, read back by its schema; with it, all that is wrong with the document. */
export function readShape<T>(schema: z.ZodType<T>, document: JsonDocument): { readonly report?: T; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = checkShape(schema, document);
  const all = [...document.diagnostics, ...diagnostics];
  return value === undefined ? { diagnostics: all } : { report: value, diagnostics: all };
}
