import { escapeControl } from "../../base/index.ts";

/** For a terminal: one line, control sequences and marks that reorder text written out. */
export function forTerminal(text: string): string {
  return escapeControl(text);
}

/** For Markdown, in a paragraph or a table cell: one line in which nothing is markup, HTML or a link. */
export function forMarkdown(text: string): string {
  return escapeControl(text)
    .replaceAll(/[\\`*_[\]|~$]/g, String.raw`\$&`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/:(?=\/\/)/g, "&#58;")
    .replaceAll("@", "&#64;")
    .replaceAll(/\b(www)\./gi, "$1&#46;")
    .replace(/^(\s*)([-+=#])/, String.raw`$1\$2`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/** For HTML, in text or in a quoted attribute. */
export function forHtml(text: string): string {
  return escapeControl(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * One text cell of a CSV. A cell that a spreadsheet would take for a formula gets an apostrophe in front; control
 * characters are written out, so every record stays on one line.
 */
export function forCsv(text: string): string {
  const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text);
  const clean = `${formula ? "'" : ""}${escapeControl(text)}`;
  return /[",\s;]/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean;
}
