import { meanPoints } from "../define.ts";
import { scoreGap, scoreRange } from "../score/impact.ts";

/**
 * Highest less lowest mean score by age, of those considered. Points. No data with fewer than two groups of 30.
 */
export const scoreGapAge = meanPoints({
  name: "scoreGapAge",
  group: "people",
  title: { en: "Gap of the mean score by age", zh: "按年龄的平均评分差距" },
  numerator: { en: "highest less lowest mean score among the groups by age, at first consideration", zh: "首次审查时按年龄分组的最高与最低平均评分之差" },
  denominator: { en: "one: points are counted as they are", zh: "恒为 1：分数按原值计" },
  excludes: { en: "groups of fewer than 30 persons with a score (under 25, 25–34, 35–49, 50 and over)", zh: "有评分者不足 30 人的分组（25 岁以下、25–34、35–49、50 岁及以上）" },
  of: (sums) => scoreGap(sums, "age"),
  among: (sums) => (scoreRange(sums, "age") === null ? 0 : 1),
  better: "lower",
  matters: 5,
});
