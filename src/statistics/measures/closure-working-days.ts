import { meanDays } from "../define.ts";

/** Working days to a decision on closing: working days from each request to its decision ÷ requests that reached the lender. No data where there are none. */
export const closureWorkingDays = meanDays({
  name: "closureWorkingDays",
  group: "people",
  title: { en: "Working days to a decision on closing", zh: "关闭申请的平均处理工作日" },
  numerator: { en: "working days from each request to its decision, waiting at the desk included", zh: "每项申请到决定的工作日之和，含排队等待" },
  denominator: { en: "requests that reached the lender", zh: "提交到机构的申请数" },
  excludes: { en: "withdrawals within a cooling-off period, which need no decision", zh: "冷静期内的撤回，无需决定" },
  of: "closureDecisionDays",
  among: (sums) => sums.of("closuresAsked") - sums.of("closuresWithdrawn"),
  better: "lower",
  matters: 1,
  assumed: false,
});
