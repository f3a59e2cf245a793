import { meanFen } from "../define.ts";

/**
 * Sales per customer without any credit: what the same customers with the same luck would have bought had no credit
 * been offered ÷ persons of the population. Fen. No data where there is none of the latter.
 */
export const salesWithoutCreditPerCustomer = meanFen({
  name: "salesWithoutCreditPerCustomer",
  group: "sales",
  title: { en: "Sales per customer without any credit", zh: "无信用支付时的人均销售额" },
  numerator: { en: "what the same customers with the same luck would have bought had no credit been offered", zh: "同样客户、同样运气下若不提供信用的购物额" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "what they buy with credit", zh: "有信用支付时的购物" },
  of: "salesWithoutCreditFen",
  among: (sums) => sums.customers,
  better: "higher",
  matters: 1000,
  assumed: true,
});
