import { ratio } from "../define.ts";
import { outcomeSeparation } from "../score/outcome-separation.ts";

/**
 * AUC of the score at opening against 91+ days past due within twelve months, ties in ten points at one half. No data
 * where nobody, or everybody, was.
 */
export const scoreAuc = ratio({
  name: "scoreAuc",
  group: "risk",
  title: { en: "AUC of the score", zh: "评分的 AUC" },
  numerator: { en: "pairs of a good and a bad account in which the good one was opened with the higher score, ties half", zh: "“好坏账户对”中好账户开立时评分更高的对数，同档计一半" },
  denominator: { en: "pairs of an account that was 91 days past due within twelve months and one that was not", zh: "十二个月内曾逾期 91 天的账户与未曾逾期的账户组成的对数" },
  excludes: { en: "accounts opened without a score, or before the run with no outcome in it, and accounts that never had a balance", zh: "开立时无评分的账户、运行前开立且在本次运行中无结果的账户，以及从未有余额的账户" },
  of: (sums) => outcomeSeparation(sums).concordant,
  among: (sums) => outcomeSeparation(sums).pairs,
  better: "higher",
  matters: 0.02,
});
