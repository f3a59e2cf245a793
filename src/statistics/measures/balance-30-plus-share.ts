import { moneyShare } from "../define.ts";

/**
 * 30+ by balance: balance of accounts 31 days past due or more at the end ÷ balance owed at the end. Share. No
 * data where there are none of the latter.
 */
export const balance30PlusShare = moneyShare({
  name: "balance30PlusShare",
  group: "risk",
  title: { en: "30+ by balance", zh: "30 天以上逾期余额占比" },
  numerator: { en: "balance of accounts 31 days past due or more at the end", zh: "期末逾期 31 天及以上账户的余额" },
  denominator: { en: "balance owed at the end", zh: "期末应收余额" },
  excludes: { en: "charged-off balances", zh: "已核销余额" },
  of: ["dpd31to60BalanceFen", "dpd61to90BalanceFen", "dpd91plusBalanceFen"],
  among: "balanceFen",
  better: "lower",
  matters: 0.002,
});
