import { dateOfMonth, type Lang, type Text } from "../../base/index.ts";
import type { History, HistoryEntry } from "../../simulation/index.ts";
import { entryWords } from "../replay/words.ts";
import { termText } from "../words.ts";

/** Events that a life is told in few words by, in the order in which they count. */
const telling: readonly string[] = [
  "chargedOff", "newly90", "takeovers", "closuresRefused", "closuresAbandoned", "closuresGranted", "closuresAsked", "complaints",
  "newly30", "discovered", "bookedUnasked", "booked", "declined", "leftShop", "reopenedUnasked", "withdrawals", "activated",
];

const tellingSet: ReadonlySet<string> = new Set(telling);

/** What a life came to: its telling events by month, and how many law rules acts concerning her matched. */
export function lifeSummary({ entries }: History, startDate: string, lang: Lang): string {
  const seen = new Set<string>();
  const told = entries.flatMap(({ month, kind, name }) => {
    if (kind !== "event" || month < 0 || !tellingSet.has(name) || seen.has(name) || (name === "booked" && entries.some((other) => other.name === "bookedUnasked"))) return [];
    seen.add(name);
    return [{ month, name }];
  });
  // Where there is not room for all, what came last and counts most is told first.
  const ranked = told.toSorted((a, b) => telling.indexOf(a.name) - telling.indexOf(b.name)).slice(0, 4).toSorted((a, b) => a.month - b.month);
  const laws = new Set(entries.flatMap(({ kind, rules }) => (kind === "act" ? rules : []))).size;
  const parts = ranked.map(({ month, name }) => `${dateOfMonth(startDate, month).slice(0, 7)} ${eventText(name, lang)}`);
  return [...parts, ...(laws === 0 ? [] : [lawsText(laws)[lang]])].join(lang === "en" ? "; " : "；") || nothing[lang];
}

const nothing: Text = { en: "nothing of note", zh: "无特别事项" };
const lawsText = (count: number): Text => ({ en: count === 1 ? "1 law rule matched" : `${count} law rules matched`, zh: `命中 ${count} 条法规规则` });

/** What an event is called, without the dots that lead on from the line above it. */
export function eventText(name: string, lang: Lang): string {
  const words = Object.hasOwn(entryWords, name) ? entryWords[name]?.[lang] : undefined;
  return (words ?? termText(name, lang)).replace(/^(?:\.\.\.|……)\s*/u, "");
}

const shownFacts: readonly string[] = ["customer.age", "customer.gender", "customer.cityTier", "customer.incomeMonthlyFen", "customer.isCollegeStudent"];

/** What decisions about her were made on, of the facts that say who she is. */
export function personFacts({ entries }: History): readonly (readonly [string, number | string | boolean])[] {
  return shownFacts.flatMap((fact): (readonly [string, number | string | boolean])[] => {
    const value = entries.find(({ facts }) => facts !== undefined && (facts[fact] ?? null) !== null)?.facts?.[fact] ?? null;
    return value === null || value === false ? [] : [[fact, value]];
  });
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
