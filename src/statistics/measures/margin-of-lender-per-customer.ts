import { marginOf } from "../bearer-sums.ts";
import { meanFen } from "../define.ts";

/**
 * Margin of the lender per customer: revenue by its share, and guarantee fees received less paid, less cost of funds,
 * losses and own costs of the lender ÷ persons of the population. Fen. No data where there is none of the latter.
 */
export const marginOfLenderPerCustomer = meanFen({
  name: "marginOfLenderPerCustomer",
  group: "money",
  title: { en: "Margin of the lender per customer", zh: "放贷机构人均利润" },
  numerator: { en: "revenue by its share, and guarantee fees received less paid, less cost of funds, losses and own costs of the lender", zh: "放贷机构按份额所得收入与净担保费，减去资金成本、损失与自担成本" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "profit on the goods sold", zh: "商品销售利润" },
  of: marginOf("lender"),
  among: (sums) => sums.customers,
  better: "higher",
  matters: 100,
  assumed: true,
});
