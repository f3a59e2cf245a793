import { ratio } from "../define.ts";
import { outcomeSeparation } from "../score/outcome-separation.ts";

/**
 * Gini of the score: 2·AUC − 1. No data where nobody, or everybody, was 91 days past due.
 */
export const scoreGini = ratio({
  name: "scoreGini",
  group: "risk",
  title: { en: "Gini of the score", zh: "评分的基尼系数" },
  numerator: { en: "twice the pairs in which the good account scores higher, less all pairs", zh: "好账户评分更高的对数的两倍减去全部对数" },
  denominator: { en: "pairs of an account that was 91 days past due within twelve months and one that was not", zh: "十二个月内曾逾期 91 天的账户与未曾逾期的账户组成的对数" },
  excludes: { en: "accounts opened without a score, or before the run with no outcome in it, and accounts that never had a balance", zh: "开立时无评分的账户、运行前开立且在本次运行中无结果的账户，以及从未有余额的账户" },
  of: (sums) => 2 * outcomeSeparation(sums).concordant - outcomeSeparation(sums).pairs,
  among: (sums) => outcomeSeparation(sums).pairs,
  better: "higher",
  matters: 0.04,
});
