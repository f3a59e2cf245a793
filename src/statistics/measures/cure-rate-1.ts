import { eventShare } from "../define.ts";

/**
 * Cure rate, 1–30 days past due: of these, back to current in the month ÷ account-months begun 1–30 days past due.
 * Share. No data where there are none of the latter.
 */
export const cureRate1 = eventShare({
  name: "cureRate1",
  group: "risk",
  title: { en: "Cure rate, 1–30 days past due", zh: "回正率（逾期 1–30 天）" },
  numerator: { en: "of these, back to current in the month", zh: "其中当月恢复正常的账户月数" },
  denominator: { en: "account-months begun 1–30 days past due", zh: "月初逾期 1–30 天的账户月数" },
  excludes: { en: "partial payments that leave something overdue", zh: "仍有逾期的部分还款" },
  of: "cured1",
  among: "exposed1to30",
  better: "higher",
  matters: 0.01,
});
