import type { z } from "zod";
import { checkShape, diagnose, isObject, type Diagnostic, type JsonDocument } from "../base/index.ts";

/**
 * A report that was written as JSON, read back by its schema; with it, all that is wrong with the document. A file that is
 * broken, or that is something else altogether (`marks`: keys of which every such report has all), is one finding.
 */
export function readShape<T>(schema: z.ZodType<T>, document: JsonDocument, marks: readonly string[]): { readonly report?: T; readonly diagnostics: readonly Diagnostic[] } {
  const { value: written, diagnostics: broken } = document;
  if (broken.some(({ level }) => level === "error")) return { diagnostics: broken };
  if (!isObject(written) || marks.every((key) => !Object.hasOwn(written, key))) return { diagnostics: [...broken, noReport(document)] };
  const { value, diagnostics } = checkShape(schema, document);
  const all = [...broken, ...diagnostics];
  return value === undefined ? { diagnostics: all } : { report: value, diagnostics: all };
}

function noReport(document: JsonDocument): Diagnostic {
  return diagnose({
    code: "no-report",
    message: { en: "the file is no saved report", zh: "该文件不是已保存的报告" },
    hint: { en: "compare reads what `-o json=…` or `-o html=…` of run and compare wrote, or `-o json=…` of matrix", zh: "compare 读取 run 与 compare 以 `-o json=…` 或 `-o html=…`、matrix 以 `-o json=…` 写出的文件" },
    document,
    pointer: "",
  });
}
