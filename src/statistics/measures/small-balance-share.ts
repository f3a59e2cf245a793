import { moneyShare } from "../define.ts";

/**
 * Receivables in small accounts: balance owed at the end on accounts that owe less than 3,000 yuan ÷ balance owed at
 * the end. Share. No data where nothing is owed.
 */
export const smallBalanceShare = moneyShare({
  name: "smallBalanceShare",
  group: "risk",
  title: { en: "Receivables in accounts under ¥3,000", zh: "余额不足 3,000 元账户的应收占比" },
  numerator: { en: "balance owed at the end on accounts that owe less than 3,000 yuan", zh: "期末欠款不足 3,000 元的账户余额" },
  denominator: { en: "balance owed at the end", zh: "期末应收余额" },
  excludes: { en: "charged-off balances", zh: "已核销余额" },
  of: "smallBalanceFen",
  among: "balanceFen",
  better: "neither",
  matters: 0.02,
});
