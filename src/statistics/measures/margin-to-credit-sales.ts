import { marginFen } from "../amounts.ts";
import { ratio } from "../define.ts";

/**
 * Margin ÷ credit sales: revenue less funding, loss, operating, acquisition and guarantee cost ÷ purchases on
 * credit. Ratio. No data where there are none of the latter.
 */
export const marginToCreditSales = ratio({
  name: "marginToCreditSales",
  group: "money",
  title: { en: "Margin ÷ credit sales", zh: "利润 ÷ 赊销额" },
  numerator: { en: "revenue less funding, loss, operating, acquisition and guarantee cost", zh: "收入减去资金、损失、运营、获客与担保成本" },
  denominator: { en: "purchases on credit", zh: "赊销额" },
  excludes: { en: "how partners share it; profit on the goods sold", zh: "合作方之间的分配；商品销售利润" },
  of: marginFen,
  among: "creditSalesFen",
  better: "higher",
  matters: 0.001,
  assumed: true,
});
