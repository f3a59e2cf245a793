import { share } from "../define.ts";

/**
 * 30+ by account: accounts 31 days past due or more at the end ÷ accounts with a balance at the end. Share. No
 * data where there are none of the latter.
 */
export const accounts30PlusShare = share({
  name: "accounts30PlusShare",
  group: "risk",
  title: { en: "30+ by account", zh: "30 天以上逾期账户占比" },
  numerator: { en: "accounts 31 days past due or more at the end", zh: "期末逾期 31 天及以上的账户数" },
  denominator: { en: "accounts with a balance at the end", zh: "期末有余额的账户数" },
  excludes: { en: "charged-off accounts; young and old accounts are mixed", zh: "已核销账户；新旧账户混合" },
  of: ["dpd31to60", "dpd61to90", "dpd91plus"],
  among: "accountsWithBalance",
  better: "lower",
  matters: 0.002,
});
