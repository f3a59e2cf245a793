import type { Lang, Text } from "../base/index.ts";
import { yuan } from "../statistics/index.ts";
import type { FactWords } from "./text/fact-words.ts";
import { termText } from "./words.ts";

const missing: Text = { en: "missing", zh: "缺失" };
const yes: Text = { en: "yes", zh: "是" };
const no: Text = { en: "no", zh: "否" };

/** Who reads: in which language, with the words of the dictionary where they are known. */
export interface FactReader {
  readonly lang: Lang;
  readonly facts?: FactWords | undefined;
}

/** A fact's or figure's value as a person reads it: money by the unit in its name as yuan, rates as percent. */
export function factValueText(name: string, value: unknown, reader: FactReader): string {
  const { lang } = reader;
  if (value === null || value === undefined) return missing[lang];
  if (Array.isArray(value)) return `[${value.map((item) => factValueText(name, item, reader)).join(", ")}]`;
  if (typeof value === "boolean") return (value ? yes : no)[lang];
  if (typeof value === "number") return numberText(name, value);
  return typeof value === "string" ? wordText(name, value, reader) : JSON.stringify(value);
}

/** A named value: in Chinese the dictionary's word for it, or our term; in English as the author wrote it. */
function wordText(name: string, value: string, { lang, facts }: FactReader): string {
  if (lang === "en") return value;
  const titles = facts?.get(name)?.values ?? {};
  return (Object.hasOwn(titles, value) ? titles[value]?.zh : undefined) ?? termText(value, lang);
}

function numberText(name: string, value: number): string {
  if (name.endsWith("Fen")) return yuan(value);
  if (name.endsWith("Bps")) return `${(value / 100).toFixed(2)}%`;
  return String(value);
}
