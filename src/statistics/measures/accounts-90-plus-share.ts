import { share } from "../define.ts";

/**
 * 90+ by account: accounts 91 days past due or more at the end ÷ accounts with a balance at the end. Share. No
 * data where there are none of the latter.
 */
export const accounts90PlusShare = share({
  name: "accounts90PlusShare",
  group: "risk",
  title: { en: "90+ by account", zh: "90 天以上逾期账户占比" },
  numerator: { en: "accounts 91 days past due or more at the end", zh: "期末逾期 91 天及以上的账户数" },
  denominator: { en: "accounts with a balance at the end", zh: "期末有余额的账户数" },
  excludes: { en: "charged-off accounts; young and old accounts are mixed", zh: "已核销账户；新旧账户混合" },
  of: "dpd91plus",
  among: "accountsWithBalance",
  better: "lower",
  matters: 0.002,
});
