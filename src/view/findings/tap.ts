import { escapeControl } from "../../base/index.ts";
import type { TextOptions } from "../text/options.ts";
import { failures, whereOf, type CheckedCase, type Findings } from "./findings.ts";

/** TAP version 14: one line a case, its findings as YAML below it. */
export function tapFindings({ cases, failLevel }: Findings, { lang }: TextOptions): string {
  const lines = cases.flatMap((one, index) => [head(one, index + 1, failures(one, failLevel).length > 0, lang), ...details(one, lang)]);
  return ["TAP version 14", `1..${cases.length}`, ...lines, ""].join("\n");
}

function head({ suite, name, skipped, suppressed }: CheckedCase, number: number, failed: boolean, lang: TextOptions["lang"]): string {
  const accepted = suppressed?.[0]?.why;
  const directive = skipped !== undefined ? ` # SKIP ${plain(skipped[lang])}` : accepted === undefined ? "" : ` # TODO ${plain(accepted[lang])}`;
  return `${failed || accepted !== undefined ? "not ok" : "ok"} ${number} - ${plain(`${suite}: ${name}`)}${directive}`;
}

/** One line, in which nothing starts a directive. */
function plain(text: string): string {
  return escapeControl(text).replaceAll("\\", "\\\\").replaceAll("#", "\\#");
}

function details({ diagnostics, suppressed = [] }: CheckedCase, lang: TextOptions["lang"]): readonly string[] {
  const all = [...diagnostics, ...suppressed.map(({ diagnostic }) => diagnostic)];
  if (all.length === 0) return [];
  const items = all.flatMap((diagnostic) => [
    `    - code: ${JSON.stringify(diagnostic.code)}`,
    `      level: ${diagnostic.level}`,
    `      message: ${JSON.stringify(escapeControl(diagnostic.message[lang]))}`,
    `      at: ${JSON.stringify(escapeControl(whereOf(diagnostic)))}`,
  ]);
  return ["  ---", "  findings:", ...items, "  ..."];
}
