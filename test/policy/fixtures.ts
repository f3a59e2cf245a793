import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readDictionary } from "../../src/facts/index.ts";
import { readPolicy, readReasons } from "../../src/policy/index.ts";
import type { SourceText } from "../../src/policy/index.ts";

export const root = join(import.meta.dirname, "..", "..");
export const diagnosticsFolder = join(root, "test", "fixtures", "diagnostics");

export const { dictionary } = readDictionary({
  file: "rules/dictionary.json",
  text: readFileSync(join(root, "rules", "dictionary.json"), "utf8"),
});

/** The texts of a policy folder, scorecards and invariants included. */
export function textsOf(folder: string): readonly SourceText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "reasons.json")
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), "utf8") }));
}

export function reasonsOf(file: string) {
  return readReasons({ file, text: readFileSync(file, "utf8") }).reasons;
}

export const validFolder = join(diagnosticsFolder, "valid");
export const validTexts: readonly SourceText[] = textsOf(validFolder).map(({ file, text }) => ({
  file: `rules/policies/plain/${file.split("/").at(-1)}`,
  text,
}));
export const validReasons = reasonsOf(join(validFolder, "reasons.json"));

/** Reads a policy of these texts against the shared dictionary and the plain reasons. */
export function read(files: readonly SourceText[]) {
  return readPolicy({ files, dictionary, reasons: validReasons });
}

/** The plain policy with one file's JSON changed. */
export function changed(name: string, change: (value: Json) => void): readonly SourceText[] {
  return validTexts.map((source) => {
    if (!source.file.endsWith(`/${name}`)) return source;
    const value: Json = JSON.parse(source.text);
    change(value);
    return { ...source, text: JSON.stringify(value, null, 2) };
  });
}

// oxlint-disable-next-line typescript/no-explicit-any -- JSON as tests take it apart
export type Json = any;

/** Sets what stands under a JSON pointer; removes it where `value` is undefined. */
export function put(value: Json, pointer: string, next: unknown): void {
  const keys = pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop() ?? "";
  const holder: Json = keys.reduce((here: Json, key) => here[key], value);
  if (next === undefined) delete holder[last];
  else holder[last] = next;
}
