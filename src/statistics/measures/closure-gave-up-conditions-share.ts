import { eventShare } from "../define.ts";

/** Gave up closing over what was demanded: attempts lost because it could not be done online, or at conditions that nothing justifies ÷ requests that reached the lender and attempts given up on the way. No data where there are none. */
export const closureGaveUpConditionsShare = eventShare({
  name: "closureGaveUpConditionsShare",
  group: "people",
  title: { en: "Gave up closing over what was demanded", zh: "因关闭条件或渠道而放弃占比" },
  numerator: { en: "attempts lost because it could not be done online, or at conditions that nothing justifies", zh: "因不能在线办理或无正当理由的条件而放弃的次数" },
  denominator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  excludes: { en: "nothing", zh: "无" },
  of: ["gaveUpChannel", "gaveUpConditions"],
  among: ["closuresAsked", "closuresAbandoned"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
