import { eventShare } from "../define.ts";

/**
 * Reviews that approved by mistake ÷ reviews decided. No data where the scenario says nothing of who reviews.
 */
export const reviewWrongApprovals = eventShare({
  name: "reviewWrongApprovals",
  group: "funnel",
  title: { en: "Reviews that wrongly approved", zh: "误批的人工审核占比" },
  numerator: { en: "reviews that approved somebody who should be declined", zh: "批准了应被拒者的审核数" },
  denominator: { en: "reviews decided", zh: "已审结数" },
  excludes: { en: "scenarios that say nothing of who reviews", zh: "未说明审核人员的情景" },
  of: "reviewsWronglyApproved",
  among: "reviewsDecided",
  better: "lower",
  matters: 0.02,
  assumed: true,
});
