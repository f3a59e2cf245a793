import { applyEdits, modify } from "jsonc-parser";

/**
 * The text of a JSON document with one value set, everything else untouched; missing objects on the way are made.
 * Whole numbers step into lists. `undefined` where the path reaches into something that has no parts.
 */
export function setJson(text: string, path: readonly string[], value: unknown): string | undefined {
  if (path.some((key) => key === "__proto__" || key === "constructor" || key === "prototype"))
    return undefined;
  try {
    const steps = path.map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
    return applyEdits(
      text,
      modify(text, steps, value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }),
    );
  } catch {
    return undefined;
  }
}
