import { partnersReceivableFen, receivableFen } from "../bearer-sums.ts";
import { moneyShare } from "../define.ts";

/**
 * Balance owned by others than the lender: owed at the end to others than the lender ÷ owed by customers at the end,
 * charged-off debts left out. Share. No data where there is none of the latter.
 */
export const fundedByPartnersShare = moneyShare({
  name: "fundedByPartnersShare",
  group: "money",
  title: { en: "Balance owned by others than the lender", zh: "非放贷机构持有的余额占比" },
  numerator: { en: "owed at the end to others than the lender", zh: "期末欠其他持有人的余额" },
  denominator: { en: "owed by customers at the end, charged-off debts left out", zh: "期末客户欠款，不含已核销债务" },
  excludes: { en: "charged-off debts", zh: "已核销债务" },
  of: partnersReceivableFen,
  among: receivableFen,
  better: "neither",
  matters: 0.01,
});
