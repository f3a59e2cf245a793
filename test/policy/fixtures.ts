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

/** The plain policy with one file changed: by JSON pointer, what stands there; undefined removes it. */
export function changed(name: string, changes: Readonly<Record<string, unknown>>): readonly SourceText[] {
  return validTexts.map((source) => (source.file.endsWith(`/${name}`) ? { ...source, text: patch(source.text, changes) } : source));
}

/** A JSON text with values put at JSON pointers; undefined removes. */
export function patch(text: string, changes: Readonly<Record<string, unknown>>): string {
  const value: unknown = JSON.parse(text);
  for (const [pointer, next] of Object.entries(changes)) put(value, pointer, next);
  return JSON.stringify(value, null, 2);
}

function put(value: unknown, pointer: string, next: unknown): void {
  const keys = pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop() ?? "";
  const holder = keys.reduce((here, key) => member(here, key), value);
  if (typeof holder !== "object" || holder === null) throw new Error(`nothing stands at ${pointer}`);
  if (next === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, next);
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
