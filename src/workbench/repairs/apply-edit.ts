import { basename } from "node:path";
import { fromPointer, setJson } from "../../base/index.ts";
import { repairText } from "../../policy/index.ts";
import type { FileEdit } from "../../proof/index.ts";
import type { Source } from "../read-file.ts";

/** The file an edit is made in, as it then stands; everything else in it stays as it is written. */
export function applyEdit(sources: readonly Source[], edit: FileEdit): Source | undefined {
  const source = sources.find(({ file }) => basename(file) === `${edit.file}.json`);
  if (source === undefined) return undefined;
  const steps = fromPointer(edit.pointer);
  const path = edit.how === "append" ? [...steps, String(lengthAt(source.text, steps))] : steps;
  const text = edit.how === "remove" ? repairText(source.text, [{ kind: "remove", pointer: edit.pointer }]).text : setJson(source.text, path, edit.value);
  return text === undefined || text === source.text ? undefined : { file: source.file, text };
}

function lengthAt(text: string, steps: readonly string[]): number {
  const list = steps.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined), JSON.parse(text));
  return Array.isArray(list) ? list.length : 0;
}
