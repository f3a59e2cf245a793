import { eventShare } from "../define.ts";

/**
 * Cure rate, 31–60 days past due: of these, back to current in the month ÷ account-months begun 31–60 days past
 * due. Share. No data where there are none of the latter.
 */
export const cureRate2 = eventShare({
  name: "cureRate2",
  group: "risk",
  title: { en: "Cure rate, 31–60 days past due", zh: "回正率（逾期 31–60 天）" },
  numerator: { en: "of these, back to current in the month", zh: "其中当月恢复正常的账户月数" },
  denominator: { en: "account-months begun 31–60 days past due", zh: "月初逾期 31–60 天的账户月数" },
  excludes: { en: "partial payments that leave something overdue", zh: "仍有逾期的部分还款" },
  of: "cured2",
  among: "exposed31to60",
  better: "higher",
  matters: 0.01,
});
