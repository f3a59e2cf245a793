import { boughtBackFen } from "../bearer-sums.ts";
import { ratio } from "../define.ts";

/**
 * Debts bought back ÷ credit sales: paid for debts bought back, by others than those they were bought from ÷
 * purchases on credit. Ratio. No data where there is none of the latter.
 */
export const boughtBackToCreditSales = ratio({
  name: "boughtBackToCreditSales",
  group: "money",
  title: { en: "Debts bought back ÷ credit sales", zh: "回购债权 ÷ 赊销额" },
  numerator: { en: "paid for debts bought back, by others than those they were bought from", zh: "回购方向原持有人支付的价款" },
  denominator: { en: "purchases on credit", zh: "赊销额" },
  excludes: { en: "what was lost or repaid before the day of the buy-back", zh: "回购日之前已核销或已偿还的部分" },
  of: boughtBackFen,
  among: "creditSalesFen",
  better: "neither",
  matters: 0.001,
});
