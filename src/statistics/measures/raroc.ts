import { ratio } from "../define.ts";
import { allHolders, capitalFen, riskAdjustedReturnFen } from "../risk-sums.ts";

/**
 * Risk-adjusted return on capital: revenue less cost of funds, running, guarantees and expected loss, a year ÷
 * capital by the Basel formula for revolving retail, on the mean balance. Ratio. No data where there is none of the
 * latter.
 */
export const raroc = ratio({
  name: "raroc",
  group: "money",
  title: { en: "Risk-adjusted return on capital", zh: "风险调整后资本回报率" },
  numerator: { en: "revenue less cost of funds, running, guarantees and expected loss, a year", zh: "年化收入减去资金、运营、担保成本与预期损失" },
  denominator: { en: "capital by the Basel formula for revolving retail, on the mean balance", zh: "按巴塞尔零售循环公式对平均余额计算的资本" },
  excludes: { en: "unused limits; operational and market risk", zh: "未使用额度；操作风险与市场风险" },
  of: (sums) => riskAdjustedReturnFen(allHolders(sums)),
  among: (sums) => capitalFen(allHolders(sums)),
  better: "higher",
  matters: 0.01,
  assumed: true,
});
