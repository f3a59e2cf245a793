import { ratio } from "../define.ts";
import { approvalRange } from "../score/impact.ts";

/**
 * Adverse impact ratio by age: lowest ÷ highest share approved; under four fifths calls for a reason. No data with
 * fewer than two groups of 30.
 */
export const adverseImpactAge = ratio({
  name: "adverseImpactAge",
  group: "people",
  title: { en: "Adverse impact by age", zh: "按年龄的不利影响比" },
  numerator: { en: "share approved in the group by age that is approved least", zh: "按年龄分组中获批占比最低者的占比" },
  denominator: { en: "share approved in the group that is approved most", zh: "获批占比最高者的占比" },
  excludes: { en: "groups of fewer than 30 persons considered (under 25, 25–34, 35–49, 50 and over)", zh: "被审查不足 30 人的分组（25 岁以下、25–34、35–49、50 岁及以上）" },
  of: (sums) => approvalRange(sums, "age")?.lowest ?? 0,
  among: (sums) => approvalRange(sums, "age")?.highest ?? 0,
  better: "higher",
  matters: 0.05,
});
