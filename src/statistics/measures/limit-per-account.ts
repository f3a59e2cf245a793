import { meanFen } from "../define.ts";

/**
 * Limit per account: limits of open accounts at the end ÷ open accounts at the end. Fen. No data where there is none
 * of the latter.
 */
export const limitPerAccount = meanFen({
  name: "limitPerAccount",
  group: "risk",
  title: { en: "Limit per account", zh: "户均额度" },
  numerator: { en: "limits of open accounts at the end", zh: "期末开立账户的额度合计" },
  denominator: { en: "open accounts at the end", zh: "期末开立账户数" },
  excludes: { en: "closed and charged-off accounts", zh: "已关闭与已核销账户" },
  of: "limitFen",
  among: "openAccounts",
  better: "neither",
  matters: 1000,
});
