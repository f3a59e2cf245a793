import type { Lang, Text } from "../base/index.ts";
import { figure, yuan } from "../statistics/index.ts";
import type { PolicyReport } from "../verdict/index.ts";
import { bandWords } from "./band-words.ts";

type Book = PolicyReport["bands"][number];

/** Columns of the table of bands after the band itself. */
export const bandColumns: readonly { readonly title: Text; readonly text: (book: Book, lang: Lang) => string }[] = [
  { title: bandWords.holders, text: ({ holders }, lang) => figure("count", holders, lang) },
  { title: bandWords.balance, text: ({ exposureFen }) => yuan(exposureFen, 0) },
  { title: bandWords.revenue, text: ({ revenueFen }) => yuan(revenueFen, 0) },
  { title: bandWords.loss, text: ({ lossFen }) => yuan(lossFen, 0) },
  { title: bandWords.margin, text: ({ marginFen }) => yuan(marginFen, 0) },
  { title: bandWords.defaults, text: ({ defaultRate }, lang) => figure("share", defaultRate, lang) },
  { title: bandWords.raroc, text: ({ raroc }, lang) => figure("ratio", raroc, lang) },
  { title: bandWords.subsidy, text: ({ subsidyFen }) => yuan(subsidyFen, 0) },
];

/** A band as a person reads it: `580–619`, `below 580`, `no score`. */
export function bandText({ band }: Book, lang: Lang): string {
  if (band === "none") return bandWords.noScore[lang];
  if (band === "below-580") return lang === "en" ? `${bandWords.below.en} 580` : `${bandWords.below.zh} 580`;
  if (band === "740-up") return `740 ${bandWords.up[lang]}`;
  return band.replace("-", "–");
}
