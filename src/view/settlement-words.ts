import type { Lang, Text } from "../base/index.ts";
import { yuan } from "../statistics/index.ts";
import type { PolicyReport } from "../verdict/index.ts";
import { countText } from "./text/figures.ts";

/** Words about settling a debt on closing. */
export const settlementWords = {
  title: { en: "Debts settled on closing, by channel", zh: "关闭时结清欠款（按渠道）" },
  channel: { en: "Channel", zh: "渠道" },
  settlements: { en: "Settled", zh: "结清笔数" },
  paid: { en: "Paid", zh: "结清金额" },
  fees: { en: "Fees", zh: "手续费" },
  late: { en: "Next month only", zh: "次月才到账" },
  short: { en: "Left a rest", zh: "未足额" },
  failed: { en: "Came back", zh: "退回" },
} satisfies Readonly<Record<string, Text>>;

/** Headings of the table, channel first. */
export const settlementHead: readonly Text[] = [
  settlementWords.channel, settlementWords.settlements, settlementWords.paid, settlementWords.fees, settlementWords.late, settlementWords.short, settlementWords.failed,
];

/** Rows of one policy: the channel's own name, and its figures as people read them. */
export function settlementRows({ settlements = {} }: PolicyReport, lang: Lang): readonly { readonly channel: string; readonly figures: readonly string[] }[] {
  return Object.entries(settlements).map(([channel, { settlements: count, settledFen, feeFen, late, short, failed }]) => ({
    channel,
    figures: [countText(count, lang), yuan(settledFen), yuan(feeFen), countText(late, lang), countText(short, lang), countText(failed, lang)],
  }));
}
