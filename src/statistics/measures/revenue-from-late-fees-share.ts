import { lateFeesKeptFen, revenueFen } from "../amounts.ts";
import { moneyShare } from "../define.ts";

/**
 * Revenue from late fees: late fees charged, less waived ÷ merchant, instalment and late fees charged, less waived.
 * Share. No data where there is none of the latter.
 */
export const revenueFromLateFeesShare = moneyShare({
  name: "revenueFromLateFeesShare",
  group: "money",
  title: { en: "Revenue from late fees", zh: "来自逾期费的收入占比" },
  numerator: { en: "late fees charged, less waived", zh: "计收的逾期费减去减免额" },
  denominator: { en: "merchant, instalment and late fees charged, less waived", zh: "商户手续费、分期费与逾期费之和减去减免额" },
  excludes: { en: "fees later charged off are in loss", zh: "之后核销的费用计入损失" },
  of: lateFeesKeptFen,
  among: revenueFen,
  better: "lower",
  matters: 0.01,
});
