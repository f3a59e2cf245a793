import { ratio } from "../define.ts";
import { approvalRange } from "../score/impact.ts";

/**
 * Adverse impact ratio by region: lowest ÷ highest share approved; under four fifths calls for a reason. No data with
 * fewer than two groups of 30.
 */
export const adverseImpactRegion = ratio({
  name: "adverseImpactRegion",
  group: "people",
  title: { en: "Adverse impact by region", zh: "按地区的不利影响比" },
  numerator: { en: "share approved in the group by region that is approved least", zh: "按地区分组中获批占比最低者的占比" },
  denominator: { en: "share approved in the group that is approved most", zh: "获批占比最高者的占比" },
  excludes: { en: "groups of fewer than 30 persons considered", zh: "被审查不足 30 人的分组" },
  of: (sums) => approvalRange(sums, "region")?.lowest ?? 0,
  among: (sums) => approvalRange(sums, "region")?.highest ?? 0,
  better: "higher",
  matters: 0.05,
});
