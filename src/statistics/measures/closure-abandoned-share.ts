import { eventShare } from "../define.ts";

/**
 * Closures given up on the way: attempts to close given up on the way ÷ requests that reached the lender and
 * attempts given up on the way. Share. No data where there are none of the latter.
 */
export const closureAbandonedShare = eventShare({
  name: "closureAbandonedShare",
  group: "people",
  title: { en: "Closures given up on the way", zh: "关闭中途放弃占比" },
  numerator: { en: "attempts to close given up on the way", zh: "中途放弃的关闭尝试次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "nothing", zh: "无" },
  of: "closuresAbandoned",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
