import { lossFen } from "../amounts.ts";
import { ratio } from "../define.ts";

/**
 * Loss ÷ credit sales: charged off and taken over, less recovered ÷ purchases on credit. Ratio. No data where
 * there are none of the latter.
 */
export const lossToCreditSales = ratio({
  name: "lossToCreditSales",
  group: "risk",
  title: { en: "Loss ÷ credit sales", zh: "损失 ÷ 赊销额" },
  numerator: { en: "charged off and taken over, less recovered", zh: "核销额与盗用损失之和减去回收额" },
  denominator: { en: "purchases on credit", zh: "赊销额" },
  excludes: { en: "debts not yet charged off at the end", zh: "期末尚未核销的债务" },
  of: lossFen,
  among: "creditSalesFen",
  better: "lower",
  matters: 0.001,
});
