import { eventShare } from "../define.ts";

/**
 * Roll rate, bucket 2 to 3: of these, moved on to 61–90 days past due in the month ÷ account-months begun 31–60
 * days past due. Share. No data where there are none of the latter.
 */
export const rollRate2to3 = eventShare({
  name: "rollRate2to3",
  group: "risk",
  title: { en: "Roll rate, bucket 2 to 3", zh: "迁徙率 M2→M3" },
  numerator: { en: "of these, moved on to 61–90 days past due in the month", zh: "其中当月恶化至逾期 61–90 天的账户月数" },
  denominator: { en: "account-months begun 31–60 days past due", zh: "月初逾期 31–60 天的账户月数" },
  excludes: { en: "accounts opened in the month", zh: "当月新开立的账户" },
  of: "rolled2to3",
  among: "exposed31to60",
  better: "lower",
  matters: 0.01,
});
