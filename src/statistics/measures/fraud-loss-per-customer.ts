import { meanFen } from "../define.ts";

/** Loss by takeover per customer: fen spent by thieves ÷ persons of the population. */
export const fraudLossPerCustomer = meanFen({
  name: "fraudLossPerCustomer",
  group: "money",
  title: { en: "Loss by takeover, per customer", zh: "盗用损失（每位客户）" },
  numerator: { en: "fen spent by thieves on accounts and in names of others", zh: "盗用者消费的金额" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "fraudLossFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 10,
  assumed: true,
});
