import { revenueFen } from "../amounts.ts";
import { moneyShare } from "../define.ts";

/**
 * Revenue from instalments: instalment fees charged ÷ merchant, instalment and late fees charged, less waived. Share.
 * No data where there is none of the latter.
 */
export const revenueFromInstalmentsShare = moneyShare({
  name: "revenueFromInstalmentsShare",
  group: "money",
  title: { en: "Revenue from instalments", zh: "来自分期费的收入占比" },
  numerator: { en: "instalment fees charged", zh: "计收的分期费" },
  denominator: { en: "merchant, instalment and late fees charged, less waived", zh: "商户手续费、分期费与逾期费之和减去减免额" },
  excludes: { en: "fees later charged off are in loss", zh: "之后核销的费用计入损失" },
  of: "instalmentFeeFen",
  among: revenueFen,
  better: "neither",
  matters: 0.01,
});
