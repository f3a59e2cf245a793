import type { Text } from "../base/index.ts";

/** Words of the table of score bands, on a terminal and in Markdown. */
export const bandWords = {
  title: { en: "By score when the account was opened", zh: "按开户时评分分段" },
  hint: {
    en: "Whole yuan over the run. Defaults: first 91 days past due, a year, by account with a balance. RAROC on capital by the Basel formula for revolving retail. Pays for others: margin above the mean margin of a balance like theirs.",
    zh: "单位：元，全程合计。违约率：按有余额账户计的年化首次逾期 91 天比率。资本回报率（RAROC）以巴塞尔零售循环公式计算的资本为分母。补贴他人：高于同等余额平均利润的部分。",
  },
  band: { en: "score", zh: "评分" },
  noScore: { en: "no score", zh: "无评分" },
  below: { en: "below", zh: "低于" },
  up: { en: "and up", zh: "及以上" },
  holders: { en: "holders", zh: "持户" },
  balance: { en: "balance", zh: "平均余额" },
  revenue: { en: "revenue", zh: "收入" },
  loss: { en: "loss", zh: "损失" },
  margin: { en: "margin", zh: "利润" },
  defaults: { en: "defaults", zh: "违约率" },
  raroc: { en: "RAROC", zh: "资本回报率" },
  subsidy: { en: "pays for others", zh: "补贴他人" },
  economies: { en: "Loss per customer over economies", zh: "各次经济情景下的人均损失" },
  median: { en: "median", zh: "中位数" },
  nineTenths: { en: "nine in ten below", zh: "九成低于" },
  worst: { en: "worst", zh: "最差" },
  policy: { en: "policy", zh: "政策" },
} as const satisfies Record<string, Text>;
