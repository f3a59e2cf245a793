import { diagnose, readJson, setJson, type Diagnostic } from "../base/index.ts";
import type { Source } from "./read-file.ts";
import { UsageError } from "./world.ts";

/** One `--set path=value`: keys of the path, and the value as JSON (a bare word is a text). */
export interface Override {
  readonly path: readonly string[];
  readonly value: unknown;
  /** As the user wrote it. */
  readonly written: string;
}

/** First words of a path that reach other files than the scenario. */
const elsewhere = new Set(["policies", "laws", "assumptions"]);

/** Reads `--set` arguments. Throws a UsageError for one without `=`. */
export function readOverrides(written: readonly string[]): readonly Override[] {
  return written.map((text) => {
    const at = text.indexOf("=");
    if (at < 1)
      throw new UsageError({
        en: `--set \`${text}\` has no value; write path=value, as in --set months=12`,
        zh: `--set \`${text}\` 没有值；请写成 路径=值，例如 --set months=12`,
      });
    return { path: text.slice(0, at).split("."), value: readValue(text.slice(at + 1)), written: text };
  });
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The scenario with its overrides written into the text, so that findings still have a place. */
export function applyOverrides(
  source: Source,
  overrides: readonly Override[],
): { source: Source; diagnostics: Diagnostic[] } {
  let { text } = source;
  const diagnostics: Diagnostic[] = [];
  for (const override of overrides) {
    const [first, second] = override.path;
    if (first === undefined || (elsewhere.has(first) && second !== undefined)) continue;
    if (readJson(text, source.file).value === undefined) break;
    const changed = setJson(text, override.path, override.value);
    if (changed === undefined) diagnostics.push(notThere(override));
    else text = changed;
  }
  return { source: { file: source.file, text }, diagnostics };
}

function notThere(override: Override): Diagnostic {
  return diagnose({
    code: "unknown-setting",
    message: {
      en: `--set \`${override.written}\` reaches into something that has no parts`,
      zh: `--set \`${override.written}\` 指向的位置没有下级`,
    },
  });
}

/** Overrides of one other file: `policies.<name>.<parameter>`, `laws.<pack>.<parameter>`, `assumptions.<name>`. */
export function overridesOf(
  overrides: readonly Override[],
  first: "policies" | "laws" | "assumptions",
  second?: string,
): readonly { readonly name: string; readonly value: unknown; readonly written: string }[] {
  return overrides.flatMap(({ path, value, written }) => {
    if (path[0] !== first || path.length < 2) return [];
    if (second === undefined) return [{ name: path.slice(1).join("."), value, written }];
    if (path[1] !== second || path.length < 3) return [];
    return [{ name: path.slice(2).join("."), value, written }];
  });
}
