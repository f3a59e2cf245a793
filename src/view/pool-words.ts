import type { Text } from "../base/index.ts";
import type { PoolReport } from "../statistics/index.ts";

/** Words of the table of pools and of the lender's cash. */
export const poolWords = {
  title: { en: "Pools of debts", zh: "资产池" },
  hint: {
    en: "Whole yuan since the start of the book. Static: first 91 days past due ÷ all that was lent or taken over; dynamic: 91 days and more past due ÷ owed at the end, diluted by growth and inflated by run-off.",
    zh: "单位：元，自账簿起始累计。静态：首次逾期 91 天金额 ÷ 全部放款或受让额；动态：期末逾期 91 天以上余额 ÷ 期末余额，受增长稀释、因余额收缩而虚高。",
  },
  policy: { en: "policy", zh: "政策" },
  pool: { en: "pool", zh: "资产池" },
  lent: { en: "lent", zh: "放款或受让" },
  owed: { en: "owed", zh: "期末应收" },
  loss: { en: "loss", zh: "损失" },
  static: { en: "static 90+", zh: "静态 90+" },
  dynamic: { en: "dynamic 90+", zh: "动态 90+" },
  cashTitle: { en: "The lender's cash", zh: "放贷机构现金" },
  cashHint: {
    en: "Whole yuan. Days of funding: how long what is at hand would pay the month's outflow without any inflow.",
    zh: "单位：元。可支撑天数：在没有任何流入的情况下，现有资金可支付当月流出的天数。",
  },
  month: { en: "month", zh: "月份" },
  in: { en: "in", zh: "流入" },
  out: { en: "out", zh: "流出" },
  atHand: { en: "at hand", zh: "期末现金" },
  days: { en: "days", zh: "可支撑天数" },
} as const satisfies Record<string, Text>;

/** What a pool is. */
export const poolKinds: Readonly<Record<PoolReport["kind"], Text>> = {
  arrangement: { en: "held", zh: "存续" },
  "bought-back": { en: "bought back", zh: "回购" },
  sold: { en: "sold", zh: "出售" },
};
