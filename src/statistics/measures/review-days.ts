import { meanDays } from "../define.ts";

/**
 * Days that cases wait for manual review ÷ cases. No data where none was sent.
 */
export const reviewDays = meanDays({
  name: "reviewDays",
  group: "funnel",
  title: { en: "Days until a person looks at a case", zh: "等待人工审核的天数" },
  numerator: { en: "days that cases sent to review wait for their turn", zh: "送审案件等待的天数之和" },
  denominator: { en: "cases sent to review", zh: "送审案件数" },
  excludes: { en: "scenarios that say nothing of who reviews", zh: "未说明审核人员的情景" },
  of: "reviewDays",
  among: "reviewed",
  better: "lower",
  matters: 2,
});
