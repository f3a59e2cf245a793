import { applyEdits, modify, type FormattingOptions } from "jsonc-parser";

/**
 * The text of a JSON document with one value set, everything else untouched; missing objects on the way are made. What is new
 * is indented and its lines end as in the rest.
 * Whole numbers step into lists. `undefined` where the path reaches into something that has no parts.
 */
export function setJson(text: string, path: readonly string[], value: unknown): string | undefined {
  if (path.some((key) => key === "__proto__" || key === "constructor" || key === "prototype"))
    return undefined;
  try {
    const steps = path.map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
    return applyEdits(
      text,
      modify(text, steps, value, { formattingOptions: formattingOf(text) }),
    );
  } catch {
    return undefined;
  }
}

/** How the text is indented, by its first indented line, and how its lines end. */
function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/u.exec(text)?.[1] ?? "  ";
  const insertSpaces = !indent.startsWith("\t");
  return { insertSpaces, tabSize: insertSpaces ? Math.min(8, indent.length) : 1, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}
