import { json } from "../json.ts";
import type { Diagnostic } from "../../base/index.ts";
import { allDiagnostics, allSuppressed, failures, suites, type Findings } from "./findings.ts";

/** Findings in both languages without frames, and how many cases of each suite held. */
export function jsonFindings(findings: Findings): string {
  const suppressed = allSuppressed(findings);
  return json({
    schemaVersion: 1,
    diagnostics: allDiagnostics(findings).map(told),
    ...(suppressed.length === 0 ? {} : { suppressed: suppressed.map(({ diagnostic, why }) => ({ ...told(diagnostic), why })) }),
    checked: Object.fromEntries(
      [...suites(findings)].map(([suite, cases]) => [
        suite,
        { cases: cases.length, failed: cases.filter((one) => failures(one, findings.failLevel).length > 0).length, skipped: cases.filter((one) => one.skipped !== undefined).length },
      ]),
    ),
  });
}

function told({ code, level, message, hint, place }: Diagnostic): object {
  return {
    code,
    level,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined ? {} : { place: { file: place.file, pointer: place.pointer, line: place.line, column: place.column, length: place.length } }),
  };
}
