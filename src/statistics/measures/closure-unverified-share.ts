import { eventShare } from "../define.ts";

/** Closing held up by verification: requests of holders who did not pass the factors ÷ requests that reached the lender and attempts given up on the way. No data where there are none. */
export const closureUnverifiedShare = eventShare({
  name: "closureUnverifiedShare",
  group: "people",
  title: { en: "Closing held up by verification", zh: "因核验未通过而未能关闭占比" },
  numerator: { en: "requests of holders who did not pass the factors", zh: "本人申请但未通过核验的次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "nothing", zh: "无" },
  of: "closuresUnverified",
  among: ["closuresAsked", "closuresAbandoned"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
