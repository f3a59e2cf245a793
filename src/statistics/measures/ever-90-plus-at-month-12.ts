import { share } from "../define.ts";

/**
 * Ever 90+ by month 12 on book: of these, accounts 91 days past due or more at any time by then ÷ accounts
 * reaching 12 months on book that ever had a balance. Share. No data where there are none of the latter.
 */
export const ever90PlusAtMonth12 = share({
  name: "ever90PlusAtMonth12",
  group: "risk",
  title: { en: "Ever 90+ by month 12 on book", zh: "账龄满 12 个月曾逾期 90 天以上占比" },
  numerator: { en: "of these, accounts 91 days past due or more at any time by then", zh: "其中届时曾逾期 91 天及以上的账户数" },
  denominator: { en: "accounts reaching 12 months on book that ever had a balance", zh: "账龄达到 12 个月且曾有余额的账户数" },
  excludes: { en: "younger accounts and accounts never used", zh: "账龄不足 12 个月及从未使用的账户" },
  of: "ever90At12",
  among: "matured12",
  better: "lower",
  matters: 0.002,
});
