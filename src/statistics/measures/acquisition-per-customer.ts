import { meanFen } from "../define.ts";

/**
 * Acquisition cost per customer: cost of winning accounts ÷ persons of the population. Fen. No data where there
 * are none of the latter.
 */
export const acquisitionPerCustomer = meanFen({
  name: "acquisitionPerCustomer",
  group: "money",
  title: { en: "Acquisition cost per customer", zh: "人均获客成本" },
  numerator: { en: "cost of winning accounts", zh: "获客成本" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "acquisitionCostFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 100,
});
