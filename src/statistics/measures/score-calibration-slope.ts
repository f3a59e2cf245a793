import { ratio } from "../define.ts";
import { calibrationLine } from "../score/calibrate.ts";
import { expectedGroups } from "../score/expected-groups.ts";

/**
 * Slope of logit(observed) on logit(expected); 1 is right, below it the score promises more than it keeps. No data
 * without a calibration.
 */
export const scoreCalibrationSlope = ratio({
  name: "scoreCalibrationSlope",
  group: "risk",
  title: { en: "Slope of the calibration", zh: "校准斜率" },
  numerator: { en: "the slope of logit(observed) on logit(expected), fitted by maximum likelihood", zh: "以最大似然拟合的 logit(实际) 对 logit(预期) 的斜率" },
  denominator: { en: "one: at 1 the score spreads risks as far as they lie apart", zh: "1：斜率为 1 时评分拉开的差距与实际风险差距一致" },
  excludes: { en: "policies whose scorecard says nothing about how many default; accounts without a score", zh: "评分卡未给出违约率校准的政策；无评分的账户" },
  of: (sums) => calibrationLine(expectedGroups(sums))?.slope ?? 0,
  among: (sums) => (calibrationLine(expectedGroups(sums)) === null ? 0 : 1),
  better: "neither",
  matters: 0.1,
});
