import { share } from "../define.ts";

/**
 * Customers with an open account at the end: accounts open at the end ÷ persons of the population. Share. No data
 * where there are none of the latter.
 */
export const enrolledShare = share({
  name: "enrolledShare",
  group: "funnel",
  title: { en: "Customers with an open account at the end", zh: "期末持有账户的客户占比" },
  numerator: { en: "accounts open at the end", zh: "期末开立中的账户数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "accounts closed or charged off by then", zh: "届时已关闭或核销的账户" },
  of: "openAccounts",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 0.01,
});
