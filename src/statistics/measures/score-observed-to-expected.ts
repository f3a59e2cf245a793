import { ratio } from "../define.ts";
import { expectedGroups } from "../score/expected-groups.ts";

/**
 * Accounts that defaulted ÷ accounts that the calibration expected to; 1 is right. No data without a calibration.
 */
export const scoreObservedToExpected = ratio({
  name: "scoreObservedToExpected",
  group: "risk",
  title: { en: "Defaults against those expected", zh: "实际违约与预期之比" },
  numerator: { en: "accounts that were 91 days past due within twelve months", zh: "十二个月内曾逾期 91 天的账户数" },
  denominator: { en: "how many the calibration of the scorecard expected", zh: "评分卡校准所预期的数量" },
  excludes: { en: "policies whose scorecard says nothing about how many default; accounts without a score", zh: "评分卡未给出违约率校准的政策；无评分的账户" },
  of: (sums) => expectedGroups(sums).reduce((sum, { bad }) => sum + bad, 0),
  among: (sums) => expectedGroups(sums).reduce((sum, { expected, good, bad }) => sum + expected * (good + bad), 0),
  better: "neither",
  matters: 0.1,
});
