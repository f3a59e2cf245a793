import { isObject, readJson } from "../base/index.ts";
import type { RunTexts } from "./run-texts.ts";
import type { Source } from "./read-file.ts";

/**
 * The texts of a run with the law frozen as of a day: rules that are not in force then are left out, the others are
 * in force throughout, and numbers of the law keep their value of that day. Nothing else of the run changes.
 */
export function lawsOn(texts: RunTexts, date: string): RunTexts {
  return { ...texts, laws: texts.laws.map((law) => packOn(law, date)) };
}

function packOn(source: Source, date: string): Source {
  const { value } = readJson(source.text, source.file);
  if (!isObject(value)) return source;
  const rules = listOf(value["rules"]).filter((rule) => isInForce(rule, date)).map(undated);
  const parameters = listOf(value["parameters"]).map((parameter) => valueOn(parameter, date));
  return { file: source.file, text: JSON.stringify({ ...value, parameters, rules }) };
}

function isInForce(rule: Readonly<Record<string, unknown>>, date: string): boolean {
  const { effectiveFrom: from, effectiveTo: to } = rule;
  return (typeof from !== "string" || from <= date) && (typeof to !== "string" || date <= to);
}

function undated({ effectiveFrom: _from, effectiveTo: _to, ...rule }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return rule;
}

/** A parameter with the value that stands on the day, from ever; one that has not begun stays as it is. */
function valueOn(parameter: Readonly<Record<string, unknown>>, date: string): Readonly<Record<string, unknown>> {
  const standing = listOf(parameter["values"]).findLast(({ from }) => typeof from === "string" && from <= date);
  return standing === undefined ? parameter : { ...parameter, values: [{ ...standing, from: "0001-01-01" }] };
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
