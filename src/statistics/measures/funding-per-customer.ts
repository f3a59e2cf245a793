import { meanFen } from "../define.ts";

/**
 * Funding cost per customer: cost of funds ÷ persons of the population. Fen. No data where there are none of the
 * latter.
 */
export const fundingPerCustomer = meanFen({
  name: "fundingPerCustomer",
  group: "money",
  title: { en: "Funding cost per customer", zh: "人均资金成本" },
  numerator: { en: "cost of funds", zh: "资金成本" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "how partners share it", zh: "合作方之间的分配" },
  of: "fundingCostFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 100,
});
