import type { Diagnostic, Level, Text } from "../base/index.ts";
import { json } from "./json.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Look, type Pen } from "./text/pen.ts";

const levels: Readonly<Record<Level, { readonly word: Text; readonly look: Look }>> = {
  error: { word: { en: "error", zh: "错误" }, look: "red" },
  warning: { word: { en: "warning", zh: "警告" }, look: "yellow" },
  note: { word: { en: "note", zh: "提示" }, look: "cyan" },
};
const hintWord: Text = { en: "hint", zh: "建议" };

/** Findings with the lines they are about, and a count at the end. Nothing for no findings: silence is success. */
export function prettyDiagnostics(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  if (diagnostics.length === 0) return "";
  const pen = penOf(options);
  const blocks = diagnostics.map((diagnostic) => diagnosticLines(diagnostic, pen).join("\n"));
  return `${blocks.join("\n\n")}\n\n${countLine(diagnostics, pen)}\n`;
}

/** One finding: its place, what is wrong, the lines it is about, and what to do. */
export function diagnosticLines({ code, level, message, hint, place }: Diagnostic, pen: Pen): readonly string[] {
  const { word, look } = levels[level];
  const head = pen.look(look, `${pen.say(word)}[${pen.own(code)}]`);
  const where = place === undefined ? "" : ` ${pen.look("bold", `${pen.own(place.file)}:${place.line}:${place.column}`)}`;
  const frame = place === undefined || place.frame === "" ? [] : place.frame.split("\n").map((line) => frameLine(pen.own(line), look, pen));
  return [
    `${head}${where}`,
    ...pen.paragraph(pen.say(message), "  "),
    ...frame.map((line) => `  ${line}`),
    ...(hint === undefined ? [] : pen.paragraph(`${pen.say(hintWord)}: ${pen.say(hint)}`, "  ")),
  ];
}

/** The line itself as it is, carets in the colour of the level, the rest dim. */
function frameLine(line: string, look: Look, pen: Pen): string {
  if (line.startsWith(">")) return line;
  return /^\s*\|\s*\^+\s*$/.test(line) ? pen.look(look, line) : pen.look("dim", line);
}

function countLine(diagnostics: readonly Diagnostic[], pen: Pen): string {
  const counts = (["error", "warning", "note"] as const).flatMap((level) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.level === level).length;
    if (count === 0) return [];
    const word = pen.say(levels[level].word);
    return [pen.lang === "en" ? `${count} ${word}${count === 1 ? "" : "s"}` : `${count} 个${word}`];
  });
  return counts.join(pen.lang === "en" ? ", " : "，");
}

/** One line a finding: `file:line:col level code message`, for editors and grep. */
export function compactDiagnostics(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  const pen = penOf({ ...options, color: false });
  return diagnostics
    .map(({ code, level, message, hint, place }) => {
      const where = place === undefined ? "" : `${pen.own(place.file)}:${place.line}:${place.column} `;
      const advice = hint === undefined ? "" : ` (${pen.say(hint)})`;
      return `${where}${level} ${pen.own(code)} ${pen.say(message)}${advice}\n`;
    })
    .join("");
}

/** Findings as JSON: both languages, no frame (it only repeats the source). */
export function jsonDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const findings = diagnostics.map(({ code, level, message, hint, place }) => ({
    code,
    level,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined
      ? {}
      : { place: { file: place.file, pointer: place.pointer, line: place.line, column: place.column, length: place.length } }),
  }));
  return json({ schemaVersion: 1, diagnostics: findings });
}
