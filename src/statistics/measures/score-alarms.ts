import { rechecksOf } from "../../simulation/index.ts";
import { fixedShare } from "../define.ts";

/**
 * Periodic checks of the score that raised an alarm ÷ checks. No data where there are none.
 */
export const scoreAlarms = fixedShare({
  name: "scoreAlarms",
  group: "risk",
  title: { en: "Score checks that raised an alarm", zh: "触发警报的评分复检占比" },
  numerator: { en: "checks that found the score moved, or telling apart less, than the policy tolerates", zh: "发现评分偏移或区分力超出政策容忍范围的复检次数" },
  denominator: { en: "checks of the score", zh: "评分复检次数" },
  excludes: { en: "policies that do not check their score again", zh: "未安排评分复检的政策" },
  of: ({ scores }) => rechecksOf({ scores: scores.run, months: scores.months }).filter(({ alarm }) => alarm).length,
  among: ({ scores }) => rechecksOf({ scores: scores.run, months: scores.months }).length,
  better: "neither",
  matters: 0.1,
});
