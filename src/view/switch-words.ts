import type { Lang, Text } from "../base/index.ts";
import { grouped } from "../statistics/index.ts";
import type { RunReport } from "../verdict/index.ts";

/** Words of what stands before and after a switch. */
export const switchWords = {
  title: { en: "Before and after the switch", zh: "切换前后对比" },
  hint: {
    en: "Flows of the months, stocks at their end; persons matched by law rules are those of the worst month. The champion beside it shows what the months alone would have changed.",
    zh: "流量为期间合计，存量为期末值；法规命中人数取期间最高月份。现行政策一列可看出仅时间推移带来的变化。",
  },
  measure: { en: "measure", zh: "指标" },
  before: { en: "before", zh: "切换前" },
  after: { en: "after", zh: "切换后" },
} as const satisfies Record<string, Text>;

/** Measures that phases are shown by on a terminal and in Markdown; the others are in the JSON. */
export const phaseMeasures: readonly string[] = [
  "enrolledShare", "unaskedShare", "openUnaskedShare", "accounts30PlusShare", "rollRate0to1", "lossToCreditSales", "salesPerCustomer", "creditShareOfSales",
  "incrementalSalesPerCustomer", "revenuePerCustomer", "marginPerCustomer", "awareShare", "complaintsPerThousand", "closureGrantedShare", "violationsCritical",
];

/** What is switched, in a sentence; nothing where nothing is. */
export function switchSentence({ inputs }: RunReport, lang: Lang): string | undefined {
  const { switch: change } = inputs;
  if (change === null) return undefined;
  const share = grouped(change.shareBps / 100, change.shareBps % 100 === 0 ? 0 : 2);
  const names = change.policies.join(lang === "en" ? ", " : "、");
  if (change.month === 0) return lang === "en" ? `from the first month ${names}, for ${share}% of customers` : `自第一个月起，${share}% 的客户改用 ${names}`;
  return lang === "en"
    ? `until month ${change.month} the champion is in force, then for ${share}% of customers ${names}`
    : `第 ${change.month} 月之前适用现行政策，此后 ${share}% 的客户改用 ${names}`;
}
