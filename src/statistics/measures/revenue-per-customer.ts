import { revenueFen } from "../amounts.ts";
import { meanFen } from "../define.ts";

/**
 * Revenue per customer: merchant, instalment and late fees charged, less waived ÷ persons of the population. Fen.
 * No data where there are none of the latter.
 */
export const revenuePerCustomer = meanFen({
  name: "revenuePerCustomer",
  group: "money",
  title: { en: "Revenue per customer", zh: "人均收入" },
  numerator: { en: "merchant, instalment and late fees charged, less waived", zh: "商户手续费、分期费与逾期费之和减去减免额" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "fees later charged off are in loss", zh: "之后核销的费用计入损失" },
  of: revenueFen,
  among: (sums) => sums.customers,
  better: "higher",
  matters: 100,
});
