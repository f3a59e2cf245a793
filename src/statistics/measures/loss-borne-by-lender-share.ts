import { lossOf, poolLossFen } from "../bearer-sums.ts";
import { moneyShare } from "../define.ts";

/**
 * Losses borne by the lender: charged off, less recovered, that falls on the lender ÷ charged off, less recovered.
 * Share. No data where there is none of the latter.
 */
export const lossBorneByLenderShare = moneyShare({
  name: "lossBorneByLenderShare",
  group: "money",
  title: { en: "Losses borne by the lender", zh: "放贷机构承担的损失占比" },
  numerator: { en: "charged off, less recovered, that falls on the lender", zh: "由放贷机构承担的核销额减去回收额" },
  denominator: { en: "charged off, less recovered", zh: "核销额减去回收额" },
  excludes: { en: "losses by takeover, which are the lender's own; debts not yet charged off at the end", zh: "盗用损失（由放贷机构自担）；期末尚未核销的债务" },
  of: lossOf("lender"),
  among: poolLossFen,
  better: "lower",
  matters: 0.01,
});
