import { eventShare } from "../define.ts";

/** Gave up finding the way to close: attempts lost at a menu before the request ÷ requests that reached the lender and attempts given up on the way. No data where there are none. */
export const closureGaveUpFindingShare = eventShare({
  name: "closureGaveUpFindingShare",
  group: "people",
  title: { en: "Gave up finding the way to close", zh: "找不到关闭入口而放弃占比" },
  numerator: { en: "attempts lost at a menu before the request", zh: "在提交申请前的菜单处放弃的次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "nothing", zh: "无" },
  of: "gaveUpFinding",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
