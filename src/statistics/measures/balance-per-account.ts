import { meanFen } from "../define.ts";

/**
 * Balance per open account: balance owed at the end ÷ accounts open at the end. Fen. No data where there are none
 * of the latter.
 */
export const balancePerAccount = meanFen({
  name: "balancePerAccount",
  group: "risk",
  title: { en: "Balance per open account", zh: "户均余额" },
  numerator: { en: "balance owed at the end", zh: "期末应收余额" },
  denominator: { en: "accounts open at the end", zh: "期末开立中的账户数" },
  excludes: { en: "charged-off balances", zh: "已核销余额" },
  of: "balanceFen",
  among: "openAccounts",
  better: "neither",
  matters: 10_000,
});
