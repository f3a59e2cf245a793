import type { Lang, Text } from "../base/index.ts";
import { yuan } from "../statistics/index.ts";

const missing: Text = { en: "missing", zh: "缺失" };
const yes: Text = { en: "yes", zh: "是" };
const no: Text = { en: "no", zh: "否" };

/** A fact's or figure's value as a person reads it: money by the unit in its name as yuan, rates as percent. */
export function factValueText(name: string, value: unknown, lang: Lang): string {
  if (value === null || value === undefined) return missing[lang];
  if (Array.isArray(value)) return `[${value.map((item) => factValueText(name, item, lang)).join(", ")}]`;
  if (typeof value === "boolean") return (value ? yes : no)[lang];
  if (typeof value === "number") return numberText(name, value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function numberText(name: string, value: number): string {
  if (name.endsWith("Fen")) return yuan(value);
  if (name.endsWith("Bps")) return `${(value / 100).toFixed(2)}%`;
  return String(value);
}
