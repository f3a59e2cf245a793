import { eventShare } from "../define.ts";

/**
 * Roll rate, bucket 3 to 4: of these, moved on to 91 and over days past due in the month ÷ account-months begun
 * 61–90 days past due. Share. No data where there are none of the latter.
 */
export const rollRate3to4 = eventShare({
  name: "rollRate3to4",
  group: "risk",
  title: { en: "Roll rate, bucket 3 to 4", zh: "迁徙率 M3→M4" },
  numerator: { en: "of these, moved on to 91 and over days past due in the month", zh: "其中当月恶化至逾期 91 天及以上的账户月数" },
  denominator: { en: "account-months begun 61–90 days past due", zh: "月初逾期 61–90 天的账户月数" },
  excludes: { en: "accounts opened in the month", zh: "当月新开立的账户" },
  of: "rolled3to4",
  among: "exposed61to90",
  better: "lower",
  matters: 0.01,
});
