import { ratio } from "../define.ts";
import { approvalRange } from "../score/impact.ts";

/**
 * Adverse impact ratio by gender: lowest ÷ highest share approved; under four fifths calls for a reason. No data with
 * fewer than two groups of 30.
 */
export const adverseImpactGender = ratio({
  name: "adverseImpactGender",
  group: "people",
  title: { en: "Adverse impact by gender", zh: "按性别的不利影响比" },
  numerator: { en: "share approved in the group by gender that is approved least", zh: "按性别分组中获批占比最低者的占比" },
  denominator: { en: "share approved in the group that is approved most", zh: "获批占比最高者的占比" },
  excludes: { en: "groups of fewer than 30 persons considered", zh: "被审查不足 30 人的分组" },
  of: (sums) => approvalRange(sums, "gender")?.lowest ?? 0,
  among: (sums) => approvalRange(sums, "gender")?.highest ?? 0,
  better: "higher",
  matters: 0.05,
});
