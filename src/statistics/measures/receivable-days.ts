import { meanDays } from "../define.ts";
import { allHolders } from "../risk-sums.ts";

/**
 * Days until credit sales are paid: balance of each month-end, thirty days each ÷ purchases on credit. Days. No data
 * where there is none of the latter.
 */
export const receivableDays = meanDays({
  name: "receivableDays",
  group: "money",
  title: { en: "Days until credit sales are paid", zh: "赊销回款天数" },
  numerator: { en: "balance of each month-end, thirty days each", zh: "各月末余额乘以三十天" },
  denominator: { en: "purchases on credit", zh: "赊销额" },
  excludes: { en: "interest on the way; months before the run", zh: "在途利息；运行前月份" },
  of: (sums) => allHolders(sums).of("balanceYuanMonths") * 100 * 30,
  among: "creditSalesFen",
  better: "lower",
  matters: 1,
});
