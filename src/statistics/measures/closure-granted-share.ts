import { eventShare } from "../define.ts";

/**
 * Closures granted: closures granted ÷ requests that reached the lender and attempts given up on the way. Share.
 * No data where there are none of the latter.
 */
export const closureGrantedShare = eventShare({
  name: "closureGrantedShare",
  group: "people",
  title: { en: "Closures granted", zh: "关闭获准占比" },
  numerator: { en: "closures granted", zh: "获准的关闭次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "requests still open at the end count as not granted", zh: "期末未结的申请按未获准计" },
  of: "closuresGranted",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "higher",
  matters: 0.02,
  assumed: true,
});
