import { revenueFen } from "../amounts.ts";
import { moneyShare } from "../define.ts";

/**
 * Revenue from merchants: merchant fees ÷ merchant, instalment and late fees charged, less waived. Share. No data
 * where there is none of the latter.
 */
export const revenueFromMerchantsShare = moneyShare({
  name: "revenueFromMerchantsShare",
  group: "money",
  title: { en: "Revenue from merchants", zh: "来自商户的收入占比" },
  numerator: { en: "merchant fees", zh: "商户手续费" },
  denominator: { en: "merchant, instalment and late fees charged, less waived", zh: "商户手续费、分期费与逾期费之和减去减免额" },
  excludes: { en: "fees later charged off are in loss", zh: "之后核销的费用计入损失" },
  of: "merchantFeeFen",
  among: revenueFen,
  better: "neither",
  matters: 0.01,
});
