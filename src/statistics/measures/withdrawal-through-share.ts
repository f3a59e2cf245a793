import { eventShare } from "../define.ts";

/**
 * Withdrawals that got through: times that somebody took a consent back ÷ times that somebody wanted to. Share. No data
 * where nobody wanted to.
 */
export const withdrawalThroughShare = eventShare({
  name: "withdrawalThroughShare",
  group: "people",
  title: { en: "Withdrawals of consent that got through", zh: "撤回同意的成功率" },
  numerator: { en: "times that somebody took consents back", zh: "成功撤回同意的次数" },
  denominator: { en: "times that somebody wanted to take one back", zh: "想要撤回同意的次数" },
  excludes: { en: "nothing", zh: "无" },
  of: "withdrawals",
  among: "withdrawalsWanted",
  better: "higher",
  matters: 0.02,
  assumed: true,
});
