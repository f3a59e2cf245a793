import { eventShare } from "../define.ts";

/**
 * Roll rate, bucket 0 to 1: of these, moved on to 1–30 days past due in the month ÷ account-months begun current
 * with something due. Share. No data where there are none of the latter.
 */
export const rollRate0to1 = eventShare({
  name: "rollRate0to1",
  group: "risk",
  title: { en: "Roll rate, bucket 0 to 1", zh: "迁徙率 M0→M1" },
  numerator: { en: "of these, moved on to 1–30 days past due in the month", zh: "其中当月恶化至逾期 1–30 天的账户月数" },
  denominator: { en: "account-months begun current with something due", zh: "月初正常且有应还的账户月数" },
  excludes: { en: "accounts opened in the month", zh: "当月新开立的账户" },
  of: "rolled0to1",
  among: "exposedCurrent",
  better: "lower",
  matters: 0.002,
});
