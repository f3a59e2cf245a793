import { ratio } from "../define.ts";
import { brier } from "../score/calibrate.ts";
import { expectedGroups } from "../score/expected-groups.ts";

/**
 * Brier score of the calibration against 91+ days past due within twelve months. No data without a calibration.
 */
export const scoreBrier = ratio({
  name: "scoreBrier",
  group: "risk",
  title: { en: "Brier score of the calibration", zh: "校准的 Brier 分数" },
  numerator: { en: "squared gaps between the expected chance of default and what came of it, added up", zh: "预期违约率与实际结果之差的平方和" },
  denominator: { en: "accounts that reached twelve months on book with a score", zh: "持有评分且账龄满十二个月的账户数" },
  excludes: { en: "policies whose scorecard says nothing about how many default; accounts without a score", zh: "评分卡未给出违约率校准的政策；无评分的账户" },
  of: (sums) => brier(expectedGroups(sums)).squares,
  among: (sums) => brier(expectedGroups(sums)).accounts,
  better: "lower",
  matters: 0.002,
});
