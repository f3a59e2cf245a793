import { ratio } from "../define.ts";
import { boughtBackFen } from "../pool-sums.ts";

/**
 * Debts bought back ÷ credit sales: owed when it was bought back out of a pool ÷ purchases on credit. Ratio. No data
 * where there is none of the latter.
 */
export const boughtBackToCreditSales = ratio({
  name: "boughtBackToCreditSales",
  group: "money",
  title: { en: "Debts bought back ÷ credit sales", zh: "回购债权 ÷ 赊销额" },
  numerator: { en: "owed when it was bought back out of a pool", zh: "从资产池中回购时的欠款" },
  denominator: { en: "purchases on credit", zh: "赊销额" },
  excludes: { en: "what was lost or repaid before the day of the buy-back", zh: "回购日之前已核销或已偿还的部分" },
  of: boughtBackFen,
  among: "creditSalesFen",
  better: "neither",
  matters: 0.001,
});
