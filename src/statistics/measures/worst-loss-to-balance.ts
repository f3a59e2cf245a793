import { moneyShare } from "../define.ts";
import { allHolders, exposureFen, worstLossFen } from "../risk-sums.ts";

/**
 * Loss of the worst year in a thousand: loss at the 99.9 % quantile of Vasicek's distribution, correlation 4 % ÷ mean
 * balance. Share. No data where there is none of the latter.
 */
export const worstLossToBalance = moneyShare({
  name: "worstLossToBalance",
  group: "money",
  title: { en: "Loss of the worst year in a thousand", zh: "千年一遇年度损失率" },
  numerator: { en: "loss at the 99.9 % quantile of Vasicek's distribution, correlation 4 %", zh: "Vasicek 分布 99.9% 分位的损失，相关系数 4%" },
  denominator: { en: "mean balance", zh: "平均余额" },
  excludes: { en: "losses by takeover", zh: "盗用损失" },
  of: (sums) => worstLossFen(allHolders(sums)),
  among: (sums) => exposureFen(allHolders(sums)),
  better: "lower",
  matters: 0.002,
  assumed: true,
});
