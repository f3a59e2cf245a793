import { eventShare } from "../define.ts";

/**
 * Closures refused: closures refused ÷ requests that reached the lender and attempts given up on the way. Share.
 * No data where there are none of the latter.
 */
export const closureRefusedShare = eventShare({
  name: "closureRefusedShare",
  group: "people",
  title: { en: "Closures refused", zh: "关闭被拒占比" },
  numerator: { en: "closures refused", zh: "被拒的关闭次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "requests still open at the end count as not granted", zh: "期末未结的申请按未获准计" },
  of: "closuresRefused",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
