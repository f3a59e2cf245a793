import { dateOfMonth, type Lang, type Text } from "../../base/index.ts";
import type { History, HistoryEntry } from "../../simulation/index.ts";
import { yuan } from "../../statistics/index.ts";
import { factValueText } from "../fact-value.ts";
import { entryWords } from "../replay/words.ts";
import type { Pen } from "../text/pen.ts";
import { termText } from "../words.ts";
import type { Life } from "./screen-calls.ts";

/** Events that a life is told in few words by, in the order in which they count. */
const telling: readonly string[] = [
  "chargedOff", "newly90", "takeovers", "closuresRefused", "closuresAbandoned", "closuresGranted", "closuresAsked", "complaints",
  "newly30", "discovered", "bookedUnasked", "booked", "declined", "leftShop", "reopenedUnasked", "withdrawals", "activated",
];

/** A life tells complaints by what they are about; whoever found no way to complain has not complained. */
const complained = /^complaints(?:Unwanted|Overdue|Closure|Spill|Takeover|Leak|Nagging)$/u;

const tellingSet: ReadonlySet<string> = new Set(telling);

/** What a life came to: its telling events by month, and how many law rules acts concerning her matched. */
export function lifeSummary({ entries }: History, startDate: string, lang: Lang): string {
  const seen = new Set<string>();
  const told = entries.flatMap(({ month, kind, name: written }, at) => {
    const name = complained.test(written) ? "complaints" : written;
    if (kind !== "event" || month < 0 || !tellingSet.has(name) || seen.has(name) || (name === "booked" && entries.some((other) => other.name === "bookedUnasked"))) return [];
    seen.add(name);
    return [{ month, name, at }];
  });
  // Where there is not room for all, what counts most is told.
  const ranked = told.toSorted((a, b) => telling.indexOf(a.name) - telling.indexOf(b.name)).slice(0, 5).toSorted((a, b) => a.at - b.at);
  const laws = new Set(entries.flatMap(({ kind, rules }) => (kind === "act" ? rules : []))).size;
  const parts = ranked.map(({ month, name }, index) => {
    const date = ranked[index - 1]?.month === month ? "" : `${dateOfMonth(startDate, month).slice(0, 7)} `;
    return `${date}${shortWords[name]?.[lang] ?? eventText(name, lang)}`;
  });
  return [...parts, ...(laws === 0 ? [] : [lawsText(laws)[lang]])].join(lang === "en" ? ", " : "，") || nothing[lang];
}

const shortWords: Readonly<Record<string, Text>> = {
  bookedUnasked: { en: "opened unasked", zh: "未申请即开通" },
  booked: { en: "opened", zh: "开通" },
  discovered: { en: "found out", zh: "发现账户" },
  activated: { en: "first credit purchase", zh: "首次赊购" },
  closuresAsked: { en: "asked to close", zh: "申请关闭" },
  closuresRefused: { en: "refused", zh: "被拒绝" },
  closuresGranted: { en: "closed", zh: "已关闭" },
  closuresAbandoned: { en: "gave up closing", zh: "放弃关闭" },
  newly30: { en: "31+ days late", zh: "逾期 31 天以上" },
  newly90: { en: "91+ days late", zh: "逾期 91 天以上" },
  complaints: { en: "complained", zh: "投诉" },
  takeovers: { en: "taken over", zh: "账户被盗用" },
  leftShop: { en: "left the shop", zh: "离开" },
};

const nothing: Text = { en: "nothing of note", zh: "无特别事项" };
const lawsText = (count: number): Text => ({ en: count === 1 ? "1 law rule" : `${count} law rules`, zh: `命中 ${count} 条法规规则` });

/** What an event is called, without the dots that lead on from the line above it. */
export function eventText(name: string, lang: Lang): string {
  const words = Object.hasOwn(entryWords, name) ? entryWords[name]?.[lang] : undefined;
  return (words ?? termText(name, lang)).replace(/^(?:\.\.\.|……)\s*/u, "");
}

/** Facts that say who she is, in the order in which they are told. */
const shownFacts: readonly string[] = ["customer.age", "customer.gender", "customer.cityTier", "customer.incomeMonthlyFen", "customer.occupation", "shop.tenureMonths"];

/** What is known of her from the start, of the facts that say who she is. */
export function personFacts(person: Life["person"]): readonly (readonly [string, number | string | boolean])[] {
  return shownFacts.flatMap((fact): (readonly [string, number | string | boolean])[] => {
    const value = person[fact] ?? null;
    return value === null || value === false ? [] : [[fact, value]];
  });
}

const shortNames: Readonly<Record<string, Text>> = {
  "customer.age": { en: "age", zh: "年龄" },
  "customer.cityTier": { en: "city tier", zh: "城市等级" },
  "customer.incomeMonthlyFen": { en: "income a month", zh: "月收入" },
  "shop.tenureMonths": { en: "months in the shop", zh: "入店月数" },
};

/** A fact of a person in few words: a word or an amount says what it is, a bare number does not. */
export function factText(name: string, value: number | string | boolean, pen: Pen): string {
  if (name === "customer.incomeMonthlyFen" && typeof value === "number") return pen.say({ en: `${yuan(value, 0)} a month`, zh: `月入 ${yuan(value, 0)}` });
  if (typeof value === "boolean") return factName(name, pen);
  const text = factValueText(name, value, pen);
  return typeof value === "number" && !name.endsWith("Fen") ? `${factName(name, pen)} ${text}` : text;
}

/** A fact of a person with its name, where there is room for it. */
export function namedFact(name: string, value: number | string | boolean, pen: Pen): string {
  return name.endsWith("Fen") ? `${factName(name, pen)} ${factValueText(name, value, pen)}` : factText(name, value, pen);
}

/** A fact's name as words: the dictionary's where they are at hand, else what the author wrote, apart. */
function factName(name: string, { facts, lang }: Pick<Pen, "facts" | "lang">): string {
  const known = shortNames[name]?.[lang] ?? facts?.get(name)?.title[lang];
  return known ?? name.slice(name.indexOf(".") + 1).replace(/Fen$/u, "").replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

/** Whether an entry is what a condition on lives asks for; a refusal to close is told where it was decided. */
export function isAbout({ kind, name, figures, rules }: HistoryEntry, where: string): boolean {
  const [, key, value = ""] = /^(event|decision|rule|law)=(.*)$/u.exec(where === "event=closuresRefused" ? "decision=closure:refuse" : where) ?? [];
  const [decision, outcome] = value.split(":");
  if (key === "event") return kind === "event" && name === value;
  if (key === "decision") return kind === "decision" && name === decision && (outcome === undefined || String(figures["outcome"]).split(" + ").includes(outcome));
  if (key === "rule") return kind === "decision" && rules.includes(value);
  return key === "law" && kind === "act" && (value === "any" ? rules.length > 0 : rules.includes(value));
}

/** Whether an entry says something: no rule that stayed silent, no act that nothing came of. Postings and month-ends are for those who want all. */
export function isTelling({ kind, name, figures, rules }: HistoryEntry): boolean {
  switch (kind) {
    case "decision":
      return figures["outcome"] !== "no-action" || rules.length > 0;
    case "act":
      return rules.length > 0;
    case "event":
      return name !== "purchase";
    case "posting":
    case "month-end":
      return false;
  }
}
