import type { Text } from "../../base/index.ts";
import { grouped, type Unit } from "../../statistics/index.ts";

/** One more of a unit, as people say it, and how much of the measure it is. */
export function perUnit(unit: Unit): { readonly size: number; readonly words: Text } {
  if (unit === "share" || unit === "ratio") return { size: 0.01, words: { en: "one more percentage point", zh: "每多 1 个百分点" } };
  if (unit === "fen") return { size: 100, words: { en: "one more yuan", zh: "每多 1 元" } };
  return { size: 1, words: { en: "one more", zh: "每多 1 个单位" } };
}

/** Parameters as they are set: `minScore=600, feeBps=40`. */
export function setText(parameters: Readonly<Record<string, number>>, varied: readonly { readonly name: string; readonly current: number }[]): string {
  return varied.flatMap(({ name }) => (parameters[name] === undefined ? [] : [`${name}=${parameters[name]}`])).join(", ");
}

/** Parameters that differ from those in force, with both values. */
export function changedText(parameters: Readonly<Record<string, number>>, varied: readonly { readonly name: string; readonly current: number }[]): readonly string[] {
  return varied.flatMap(({ name, current }) => {
    const value = parameters[name];
    return value === undefined || value === current ? [] : [`${name} ${plain(current)} → ${plain(value)}`];
  });
}

const plain = (value: number): string => grouped(value, Number.isInteger(value) ? 0 : 2);
