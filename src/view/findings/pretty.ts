import { prettyDiagnostics } from "../diagnostics.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf } from "../text/pen.ts";
import { allDiagnostics, failures, suites, type Findings } from "./findings.ts";

/** Findings with their frames, then one line a suite where more than files were looked at. */
export function prettyFindings(findings: Findings, options: TextOptions): string {
  const pen = penOf(options);
  const found = prettyDiagnostics(allDiagnostics(findings), options);
  const bySuite = suites(findings);
  if (bySuite.size < 2) return found;
  const lines = [...bySuite].map(([suite, cases]) => {
    const failed = cases.filter((one) => failures(one, findings.failLevel).length > 0).length;
    const skipped = cases.filter((one) => one.skipped !== undefined);
    const held = cases.length - failed - skipped.length;
    const said = pen.lang === "en" ? `${held} held, ${failed} not` : `${held} 项成立，${failed} 项不成立`;
    const left = skipped.length === 0 ? "" : pen.lang === "en" ? `, ${skipped.length} not run` : `，${skipped.length} 项未运行`;
    return `${pen.own(suite)}: ${pen.look(failed === 0 ? "green" : "red", said)}${left}`;
  });
  return `${found}${found === "" ? "" : "\n"}${lines.join("\n")}\n`;
}
