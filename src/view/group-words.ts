import { factValueText, type FactReader } from "./fact-value.ts";

/** `cityTier=2, gender=female` as people read it: the dictionary's words where they are at hand, else what stands there. */
export function groupWords(key: string, { lang, facts }: FactReader): string {
  return key.split(", ").map((part) => partWords(part, { lang, facts })).join(lang === "en" ? ", " : "，");
}

function partWords(part: string, { lang, facts }: FactReader): string {
  const at = part.indexOf("=");
  const [short, value] = [part.slice(0, at), part.slice(at + 1)];
  const name = at < 1 ? undefined : [...(facts?.keys() ?? [])].find((fact) => fact.slice(fact.indexOf(".") + 1) === short);
  if (name === undefined) return part;
  const title = facts?.get(name)?.title[lang] ?? short;
  const shown = value === "true" || value === "false" ? factValueText(name, value === "true", { lang, facts }) : factValueText(name, value, { lang, facts });
  return `${title}${lang === "en" ? ": " : "："}${shown}`;
}
