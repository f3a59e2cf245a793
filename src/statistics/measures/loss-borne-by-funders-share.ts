import { lossOf, poolLossFen } from "../bearer-sums.ts";
import { moneyShare } from "../define.ts";

/**
 * Losses borne by funding partners: charged off, less recovered, that falls on funding partners ÷ charged off, less
 * recovered. Share. No data where there is none of the latter.
 */
export const lossBorneByFundersShare = moneyShare({
  name: "lossBorneByFundersShare",
  group: "money",
  title: { en: "Losses borne by funding partners", zh: "出资合作方承担的损失占比" },
  numerator: { en: "charged off, less recovered, that falls on funding partners", zh: "由出资合作方承担的核销额减去回收额" },
  denominator: { en: "charged off, less recovered", zh: "核销额减去回收额" },
  excludes: { en: "losses by takeover, which are the lender's own; debts not yet charged off at the end", zh: "盗用损失（由放贷机构自担）；期末尚未核销的债务" },
  of: lossOf("funder"),
  among: poolLossFen,
  better: "neither",
  matters: 0.01,
});
