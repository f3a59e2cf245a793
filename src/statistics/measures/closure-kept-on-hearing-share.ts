import { eventShare } from "../define.ts";

/** Kept the account on hearing that other limits shrink: attempts given up on hearing that other limits on the platform shrink ÷ requests that reached the lender and attempts given up on the way. No data where there are none. */
export const closureKeptOnHearingShare = eventShare({
  name: "closureKeptOnHearingShare",
  group: "people",
  title: { en: "Kept the account on hearing that other limits shrink", zh: "获知其他额度下降后保留账户占比" },
  numerator: { en: "attempts given up on hearing that other limits on the platform shrink", zh: "获知平台其他额度将下降后放弃的次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "nothing", zh: "无" },
  of: "gaveUpTold",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "neither",
  matters: 0.02,
  assumed: true,
});
