import { lossFen } from "../amounts.ts";
import { meanFen } from "../define.ts";

/**
 * Loss per customer: charged off and taken over, less recovered ÷ persons of the population. Fen. No data where
 * there are none of the latter.
 */
export const lossPerCustomer = meanFen({
  name: "lossPerCustomer",
  group: "money",
  title: { en: "Loss per customer", zh: "人均损失" },
  numerator: { en: "charged off and taken over, less recovered", zh: "核销额与盗用损失之和减去回收额" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "debts not yet charged off at the end", zh: "期末尚未核销的债务" },
  of: lossFen,
  among: (sums) => sums.customers,
  better: "lower",
  matters: 100,
});
