import { eventShare } from "../define.ts";

/**
 * Closures blocked by a balance: closures told to settle first that could not ÷ requests that reached the lender
 * and attempts given up on the way. Share. No data where there are none of the latter.
 */
export const closureBlockedShare = eventShare({
  name: "closureBlockedShare",
  group: "people",
  title: { en: "Closures blocked by a balance", zh: "因未结清而无法关闭占比" },
  numerator: { en: "closures told to settle first that could not", zh: "被要求先结清而未能结清的次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "requests still open at the end count as not granted", zh: "期末未结的申请按未获准计" },
  of: "closuresBlockedByBalance",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
