import { fixedRatio } from "../define.ts";
import { driftIn } from "../score/alarm-delay.ts";

/**
 * Population stability index of the scores of all customers, last month (or the month asked for) against the first. No
 * data where the policy does not check its score again.
 */
export const scorePsi = fixedRatio({
  name: "scorePsi",
  group: "risk",
  title: { en: "Shift of the scores (PSI)", zh: "评分分布偏移（PSI）" },
  numerator: { en: "Σ (share now − share at first) · ln(share now ÷ share at first), over tenths of the first month and those without a score", zh: "Σ（当前占比 − 期初占比）· ln（当前占比 ÷ 期初占比），按首月十分位与无评分者计" },
  denominator: { en: "one: the index is no share", zh: "恒为 1：该指数不是占比" },
  excludes: { en: "runs in which the policy does not check its score again", zh: "政策未安排评分复检的运行" },
  of: ({ scores }) => driftIn(scores) ?? 0,
  among: ({ scores }) => (driftIn(scores) === null ? 0 : 1),
  better: "lower",
  matters: 0.05,
});
