import { eventShare } from "../define.ts";

/**
 * Reviews that declined by mistake ÷ reviews decided. No data where the scenario says nothing of who reviews.
 */
export const reviewWrongDeclines = eventShare({
  name: "reviewWrongDeclines",
  group: "funnel",
  title: { en: "Reviews that wrongly declined", zh: "误拒的人工审核占比" },
  numerator: { en: "reviews that declined somebody who should be approved", zh: "拒绝了应获批者的审核数" },
  denominator: { en: "reviews decided", zh: "已审结数" },
  excludes: { en: "scenarios that say nothing of who reviews", zh: "未说明审核人员的情景" },
  of: "reviewsWronglyDeclined",
  among: "reviewsDecided",
  better: "lower",
  matters: 0.02,
  assumed: true,
});
