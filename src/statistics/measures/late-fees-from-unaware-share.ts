import { moneyShare } from "../define.ts";

/**
 * Late fees from unaware holders: late fees charged to holders who do not know of the account ÷ late fees charged.
 * Share. No data where there are none of the latter.
 */
export const lateFeesFromUnawareShare = moneyShare({
  name: "lateFeesFromUnawareShare",
  group: "people",
  title: { en: "Late fees from unaware holders", zh: "不知情持有人承担的逾期费占比" },
  numerator: { en: "late fees charged to holders who do not know of the account", zh: "向不知情持有人计收的逾期费" },
  denominator: { en: "late fees charged", zh: "计收的逾期费" },
  excludes: { en: "waivers", zh: "减免额" },
  of: "lateFeeUnawareFen",
  among: "lateFeeFen",
  better: "lower",
  matters: 0.01,
  assumed: true,
});
