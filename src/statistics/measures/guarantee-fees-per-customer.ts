import { meanFen } from "../define.ts";

/**
 * Guarantee fees per customer: fees paid to guarantors ÷ persons of the population. Fen. No data where there are
 * none of the latter.
 */
export const guaranteeFeesPerCustomer = meanFen({
  name: "guaranteeFeesPerCustomer",
  group: "money",
  title: { en: "Guarantee fees per customer", zh: "人均担保费" },
  numerator: { en: "fees paid to guarantors", zh: "支付给担保方的费用" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "guaranteeFeeFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 100,
});
