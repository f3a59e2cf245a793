import { meanFen } from "../define.ts";

/** Settled through named channels per account closed: fen paid ÷ closures granted. No data where there are none. */
export const settledPerClosureFen = meanFen({
  name: "settledPerClosureFen",
  group: "people",
  title: { en: "Settled through named channels, per account closed", zh: "经指定渠道结清金额（每个关闭账户）" },
  numerator: { en: "fen paid through channels of settlement", zh: "经结清渠道支付的金额" },
  denominator: { en: "closures granted", zh: "获准的关闭次数" },
  excludes: { en: "debts paid at once where the procedures describe no channel", zh: "流程未描述渠道时直接结清的欠款" },
  of: "settledFen",
  among: "closuresGranted",
  better: "neither",
  matters: 1000,
  assumed: true,
});
