import { meanFen } from "../define.ts";

/**
 * Operating cost per customer: operating cost ÷ persons of the population. Fen. No data where there are none of
 * the latter.
 */
export const operatingPerCustomer = meanFen({
  name: "operatingPerCustomer",
  group: "money",
  title: { en: "Operating cost per customer", zh: "人均运营成本" },
  numerator: { en: "operating cost", zh: "运营成本" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "operatingCostFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 100,
});
