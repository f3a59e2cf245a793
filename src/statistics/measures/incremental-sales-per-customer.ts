import { incrementalFen } from "../amounts.ts";
import { meanFen } from "../define.ts";

/**
 * Incremental sales per customer: purchases less what the same customers would have bought without credit ÷
 * persons of the population. Fen. No data where there are none of the latter.
 */
export const incrementalSalesPerCustomer = meanFen({
  name: "incrementalSalesPerCustomer",
  group: "sales",
  title: { en: "Incremental sales per customer", zh: "人均增量销售额" },
  numerator: { en: "purchases less what the same customers would have bought without credit", zh: "消费额减去同一批客户在没有信用支付时的消费额" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "sales moved in time", zh: "消费在时间上的转移" },
  of: incrementalFen,
  among: (sums) => sums.customers,
  better: "higher",
  matters: 1_000,
  assumed: true,
});
