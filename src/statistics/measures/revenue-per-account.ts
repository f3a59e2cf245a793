import { accountsHeld, revenueFen } from "../amounts.ts";
import { meanFen } from "../define.ts";

/**
 * Revenue per account: merchant, instalment and late fees charged, less waived ÷ accounts open at the end, charged
 * off or closed during the run. Fen. No data where there are none of the latter.
 */
export const revenuePerAccount = meanFen({
  name: "revenuePerAccount",
  group: "money",
  title: { en: "Revenue per account", zh: "户均收入" },
  numerator: { en: "merchant, instalment and late fees charged, less waived", zh: "商户手续费、分期费与逾期费之和减去减免额" },
  denominator: { en: "accounts open at the end, charged off or closed during the run", zh: "期末开立中、本次运行中核销或关闭的账户数" },
  excludes: { en: "fees later charged off are in loss", zh: "之后核销的费用计入损失" },
  of: revenueFen,
  among: accountsHeld,
  better: "higher",
  matters: 100,
});
