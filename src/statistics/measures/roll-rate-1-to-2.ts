import { eventShare } from "../define.ts";

/**
 * Roll rate, bucket 1 to 2: of these, moved on to 31–60 days past due in the month ÷ account-months begun 1–30
 * days past due. Share. No data where there are none of the latter.
 */
export const rollRate1to2 = eventShare({
  name: "rollRate1to2",
  group: "risk",
  title: { en: "Roll rate, bucket 1 to 2", zh: "迁徙率 M1→M2" },
  numerator: { en: "of these, moved on to 31–60 days past due in the month", zh: "其中当月恶化至逾期 31–60 天的账户月数" },
  denominator: { en: "account-months begun 1–30 days past due", zh: "月初逾期 1–30 天的账户月数" },
  excludes: { en: "accounts opened in the month", zh: "当月新开立的账户" },
  of: "rolled1to2",
  among: "exposed1to30",
  better: "lower",
  matters: 0.01,
});
