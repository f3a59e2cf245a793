import type { Lang } from "../../base/index.ts";
import type { Measure } from "../../statistics/index.ts";
import { entryWords } from "../replay/words.ts";
import { termText } from "../words.ts";

/** Conditions listed for one measure. */
const wheresMax = 4;

/** Conditions on the people whom a measure counts; where it counts none (a formula, money of the book), on those who can be in it. */
export function peopleBehind({ counted, group }: Measure): { readonly exact: boolean; readonly wheres: readonly string[] } {
  if (counted.length > 0) return { exact: true, wheres: counted.slice(0, wheresMax).map((counter) => `event=${counter}`) };
  return { exact: false, wheres: [fallbacks[group]] };
}

const fallbacks: Readonly<Record<Measure["group"], string>> = {
  funnel: "event=considered",
  risk: "event=activated",
  sales: "event=activated",
  money: "event=activated",
  people: "event=booked",
  law: "law=any",
};

/** Conditions in words; a condition on a fact as it is written. */
export function whereText(where: readonly string[], lang: Lang): string {
  return where.length === 0 ? everybody[lang] : where.map((one) => oneText(one, lang)).join(lang === "en" ? " and " : "，且");
}

const everybody = { en: "everybody", zh: "全部客户" } as const;
const anyLaw = { en: "a law rule matched", zh: "命中法规规则" } as const;

function oneText(where: string, lang: Lang): string {
  const [, key, value = ""] = /^(event|decision|rule|law)=(.*)$/u.exec(where) ?? [];
  if (key === "event") return (Object.hasOwn(entryWords, value) ? entryWords[value]?.[lang] : undefined) ?? where;
  if (key === "law" && value === "any") return anyLaw[lang];
  if (key === "decision") return value.split(":").map((word) => termText(word, lang)).join(lang === "en" ? ": " : "：");
  return where;
}
