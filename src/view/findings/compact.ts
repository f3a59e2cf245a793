import { compactDiagnostics } from "../diagnostics.ts";
import type { TextOptions } from "../text/options.ts";
import { allDiagnostics, type Findings } from "./findings.ts";

/** One line a finding, for editors and grep. */
export function compactFindings(findings: Findings, options: TextOptions): string {
  return compactDiagnostics(allDiagnostics(findings), options);
}
