import type { Lang, Text } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import type { Comparison, RunReport } from "../../verdict/index.ts";
import { switchSentence } from "../switch-words.ts";
import { measureTable } from "./measure-part.ts";
import type { ComparePart } from "./part.ts";

/** What a reader asks of a book that another policy takes over: who stays, what is owed, what it earns, who complains. */
const asked = [
  "enrolledShare", "openUnaskedShare", "limitPerAccount", "balancePerAccount", "accounts90PlusShare", "lossPerCustomer", "marginPerCustomer", "incrementalSalesPerCustomer", "complaintsPerThousand",
  "closuresWantedPerThousand",
];

const title: Text = { en: "What it does to the book we already have", zh: "对已有账面的影响" };

/** Headline differences where the challenger takes over the champion's book; nothing where both begin on books of their own. */
export function bookPart(report: RunReport, compared: Comparison, lang: Lang): readonly ComparePart[] {
  if (report.inputs.switch?.policies.includes(compared.challenger) !== true) return [];
  const sentence = switchSentence(report, lang) ?? "";
  const told = lang === "en" ? `On the champion's book: ${sentence}. Both are counted over the whole run, on the same accounts.` : `在现行政策的账面上：${sentence}。两者均按全程、同一批账户计。`;
  return [{ title: title[lang], depth: 2, sentences: [told], points: [], table: measureTable(report, compared, asked.flatMap((name) => measureNamed(name) ?? []), lang) }];
}
