import { marginOf } from "../bearer-sums.ts";
import { meanFen } from "../define.ts";

/**
 * Margin of guarantors per customer: revenue by its share, and guarantee fees received less paid, less cost of funds,
 * losses and own costs of guarantors ÷ persons of the population. Fen. No data where there is none of the latter.
 */
export const marginOfGuarantorsPerCustomer = meanFen({
  name: "marginOfGuarantorsPerCustomer",
  group: "money",
  title: { en: "Margin of guarantors per customer", zh: "担保方人均利润" },
  numerator: { en: "revenue by its share, and guarantee fees received less paid, less cost of funds, losses and own costs of guarantors", zh: "担保方按份额所得收入与净担保费，减去资金成本、损失与自担成本" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "their own running costs", zh: "其自身运营成本" },
  of: marginOf("guarantor"),
  among: (sums) => sums.customers,
  better: "neither",
  matters: 100,
  assumed: true,
});
