import { ratio } from "../define.ts";
import { soldFen } from "../pool-sums.ts";

/**
 * Receivables sold ÷ credit sales: owed when it was sold to investors ÷ purchases on credit. Ratio. No data where
 * there is none of the latter.
 */
export const soldToCreditSales = ratio({
  name: "soldToCreditSales",
  group: "money",
  title: { en: "Receivables sold ÷ credit sales", zh: "出售债权 ÷ 赊销额" },
  numerator: { en: "owed when it was sold to investors", zh: "出售给投资者时的欠款" },
  denominator: { en: "purchases on credit", zh: "赊销额" },
  excludes: { en: "debts late when pools were sold, and those that partners fund", zh: "出售时已逾期的债权，以及合作方出资的债权" },
  of: soldFen,
  among: "creditSalesFen",
  better: "neither",
  matters: 0.01,
});
