import { moneyShare } from "../define.ts";

/**
 * 90+ by balance: balance of accounts 91 days past due or more at the end ÷ balance owed at the end. Share. No
 * data where there are none of the latter.
 */
export const balance90PlusShare = moneyShare({
  name: "balance90PlusShare",
  group: "risk",
  title: { en: "90+ by balance", zh: "90 天以上逾期余额占比" },
  numerator: { en: "balance of accounts 91 days past due or more at the end", zh: "期末逾期 91 天及以上账户的余额" },
  denominator: { en: "balance owed at the end", zh: "期末应收余额" },
  excludes: { en: "charged-off balances", zh: "已核销余额" },
  of: "dpd91plusBalanceFen",
  among: "balanceFen",
  better: "lower",
  matters: 0.002,
});
