import { marginFen } from "../amounts.ts";
import { meanFen } from "../define.ts";

/**
 * Margin per customer: revenue less funding, loss, operating, acquisition and guarantee cost ÷ persons of the
 * population. Fen. No data where there are none of the latter.
 */
export const marginPerCustomer = meanFen({
  name: "marginPerCustomer",
  group: "money",
  title: { en: "Margin per customer", zh: "人均利润" },
  numerator: { en: "revenue less funding, loss, operating, acquisition and guarantee cost", zh: "收入减去资金、损失、运营、获客与担保成本" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "how partners share it; profit on the goods sold", zh: "合作方之间的分配；商品销售利润" },
  of: marginFen,
  among: (sums) => sums.customers,
  better: "higher",
  matters: 100,
  assumed: true,
});
