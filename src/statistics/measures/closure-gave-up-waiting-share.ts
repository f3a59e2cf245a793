import { eventShare } from "../define.ts";

/** Took the request to close back while it waited: requests taken back while they waited ÷ requests that reached the lender and attempts given up on the way. No data where there are none. */
export const closureGaveUpWaitingShare = eventShare({
  name: "closureGaveUpWaitingShare",
  group: "people",
  title: { en: "Took the request to close back while it waited", zh: "等待期间撤回关闭申请占比" },
  numerator: { en: "requests taken back while they waited", zh: "等待期间被撤回的申请数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "nothing", zh: "无" },
  of: "gaveUpWaiting",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
