import { moneyShare } from "../define.ts";

/**
 * Utilisation: balance owed at the end ÷ limits of open accounts at the end. Share. No data where there are none
 * of the latter.
 */
export const utilisation = moneyShare({
  name: "utilisation",
  group: "risk",
  title: { en: "Utilisation", zh: "额度使用率" },
  numerator: { en: "balance owed at the end", zh: "期末应收余额" },
  denominator: { en: "limits of open accounts at the end", zh: "期末开立中账户的额度合计" },
  excludes: { en: "charged-off balances", zh: "已核销余额" },
  of: "balanceFen",
  among: "limitFen",
  better: "neither",
  matters: 0.01,
});
