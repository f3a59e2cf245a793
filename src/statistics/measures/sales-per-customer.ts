import { meanFen } from "../define.ts";

/**
 * Sales per customer: all purchases, on credit or not ÷ persons of the population. Fen. No data where there are
 * none of the latter.
 */
export const salesPerCustomer = meanFen({
  name: "salesPerCustomer",
  group: "sales",
  title: { en: "Sales per customer", zh: "人均销售额" },
  numerator: { en: "all purchases, on credit or not", zh: "全部消费额（含赊销与非赊销）" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "purchases of someone who took an account over", zh: "账户被盗用的消费" },
  of: "salesFen",
  among: (sums) => sums.customers,
  better: "higher",
  matters: 1_000,
  assumed: true,
});
