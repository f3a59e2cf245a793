import { largestPartnerFen, receivableFen } from "../bearer-sums.ts";
import { moneyShare } from "../define.ts";

/**
 * Balance owned by the largest partner: owed at the end to the partner to whom most is owed ÷ owed by customers at
 * the end, charged-off debts left out. Share. No data where there is none of the latter.
 */
export const largestPartnerShare = moneyShare({
  name: "largestPartnerShare",
  group: "money",
  title: { en: "Balance owned by the largest partner", zh: "最大合作方持有的余额占比" },
  numerator: { en: "owed at the end to the partner to whom most is owed", zh: "期末欠持有最多的合作方的余额" },
  denominator: { en: "owed by customers at the end, charged-off debts left out", zh: "期末客户欠款，不含已核销债务" },
  excludes: { en: "charged-off debts", zh: "已核销债务" },
  of: largestPartnerFen,
  among: receivableFen,
  better: "neither",
  matters: 0.01,
});
