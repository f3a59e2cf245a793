import { escapeControl, type Diagnostic, type Level } from "../../base/index.ts";
import type { TextOptions } from "../text/options.ts";
import { allDiagnostics, type Findings } from "./findings.ts";

const commands: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "notice" };

/** GitHub workflow commands: each finding becomes an annotation at its line and column. */
export function githubFindings(findings: Findings, { lang }: TextOptions): string {
  return allDiagnostics(findings).map((diagnostic) => `${annotation(diagnostic, lang)}\n`).join("");
}

function annotation({ code, level, message, hint, place }: Diagnostic, lang: TextOptions["lang"]): string {
  const at = place === undefined ? [] : [`file=${property(place.file)}`, `line=${place.line}`, `endLine=${place.line}`, `col=${place.column}`, `endColumn=${place.column + Math.max(1, place.length)}`];
  const text = `${message[lang]}${hint === undefined ? "" : ` (${hint[lang]})`}`;
  return `::${commands[level]} ${[...at, `title=${property(code)}`].join(",")}::${data(text)}`;
}

/** After the second `::` only the percent sign and line ends mean anything; other control characters are written out. */
function data(text: string): string {
  return escapeControl(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
