import { meanPoints } from "../define.ts";
import { scoreGap, scoreRange } from "../score/impact.ts";

/**
 * Highest less lowest mean score by region, of those considered. Points. No data with fewer than two groups of 30.
 */
export const scoreGapRegion = meanPoints({
  name: "scoreGapRegion",
  group: "people",
  title: { en: "Gap of the mean score by region", zh: "按地区的平均评分差距" },
  numerator: { en: "highest less lowest mean score among the groups by region, at first consideration", zh: "首次审查时按地区分组的最高与最低平均评分之差" },
  denominator: { en: "one: points are counted as they are", zh: "恒为 1：分数按原值计" },
  excludes: { en: "groups of fewer than 30 persons with a score", zh: "有评分者不足 30 人的分组" },
  of: (sums) => scoreGap(sums, "region"),
  among: (sums) => (scoreRange(sums, "region") === null ? 0 : 1),
  better: "lower",
  matters: 5,
});
