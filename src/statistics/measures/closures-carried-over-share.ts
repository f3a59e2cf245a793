import { eventShare } from "../define.ts";

/** Closings that went on into a later month: so many ÷ requests that reached the lender. No data where there are none. */
export const closuresCarriedOverShare = eventShare({
  name: "closuresCarriedOverShare",
  group: "people",
  title: { en: "Closings that went on into a later month", zh: "跨月才完成的关闭占比" },
  numerator: { en: "requests that waited for a decision, a refund or money into a later month", zh: "因等待决定、退款或资金而跨月的申请数" },
  denominator: { en: "requests that reached the lender", zh: "提交到机构的申请数" },
  excludes: { en: "nothing", zh: "无" },
  of: "closuresWaiting",
  among: "closuresAsked",
  better: "lower",
  matters: 0.02,
  assumed: true,
});
