import { ratio } from "../define.ts";
import { outcomeSeparation } from "../score/outcome-separation.ts";

/**
 * KS of the score at opening against 31+ days past due within six months. No data where nobody, or everybody, was.
 */
export const scoreEarlyKs = ratio({
  name: "scoreEarlyKs",
  group: "risk",
  title: { en: "KS of the score, early arrears", zh: "评分对早期逾期的 KS" },
  numerator: { en: "the widest gap between the shares of accounts with and without early arrears at or below a score, times pairs", zh: "各分数及以下有无早期逾期账户累计占比的最大差距，乘以对数" },
  denominator: { en: "pairs of an account that was 31 days past due within six months and one that was not", zh: "六个月内曾逾期 31 天的账户与未曾逾期的账户组成的对数" },
  excludes: { en: "accounts opened without a score, or before the run with no outcome in it, and accounts that never had a balance", zh: "开立时无评分的账户、运行前开立且在本次运行中无结果的账户，以及从未有余额的账户" },
  of: (sums) => outcomeSeparation(sums, "early").widestGap,
  among: (sums) => outcomeSeparation(sums, "early").pairs,
  better: "higher",
  matters: 0.03,
});
