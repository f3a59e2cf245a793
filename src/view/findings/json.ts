import { json } from "../json.ts";
import { allDiagnostics, failures, suites, type Findings } from "./findings.ts";

/** Findings in both languages without frames, and how many cases of each suite held. */
export function jsonFindings(findings: Findings): string {
  return json({
    schemaVersion: 1,
    diagnostics: allDiagnostics(findings).map(({ code, level, message, hint, place }) => ({
      code,
      level,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(place === undefined ? {} : { place: { file: place.file, pointer: place.pointer, line: place.line, column: place.column, length: place.length } }),
    })),
    checked: Object.fromEntries(
      [...suites(findings)].map(([suite, cases]) => [
        suite,
        { cases: cases.length, failed: cases.filter((one) => failures(one, findings.failLevel).length > 0).length, skipped: cases.filter((one) => one.skipped !== undefined).length },
      ]),
    ),
  });
}
