import { below, checkShape, readJson } from "../base/index.ts";
import type { Diagnostic } from "../base/index.ts";
import { checkName } from "./check-name.ts";
import { collectFindings } from "./findings.ts";
import { entry, isObject } from "./json.ts";
import type { ReasonText } from "./policy.ts";
import { reasonShape, reasonsFrame } from "./reasons-shape.ts";

/**
 * Reads rules/reasons.json: the texts of every reason code, for the file and for the customer.
 * A broken entry is left out, the others stay. A code with a control character is refused.
 */
export function readReasons(source: { readonly file: string; readonly text: string }): {
  readonly reasons: ReadonlyMap<string, ReasonText>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const document = readJson(source.text, source.file);
  const findings = collectFindings(document);
  findings.take(document.diagnostics);
  findings.take(checkShape(reasonsFrame, document).diagnostics);
  const given = isObject(document.value) ? entry(document.value, "reasons") : undefined;
  const reasons = new Map<string, ReasonText>();
  for (const code of isObject(given) ? Object.keys(given) : []) {
    const pointer = below("/reasons", code);
    const named = checkName(code, pointer, findings, { part: "key" });
    const { value, diagnostics } = checkShape(reasonShape, document, pointer);
    findings.take(diagnostics);
    if (named && value !== undefined) reasons.set(code, { code, ...value });
  }
  return { reasons, diagnostics: findings.diagnostics };
}
