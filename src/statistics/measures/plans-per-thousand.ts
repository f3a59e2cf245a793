import { perThousand } from "../define.ts";

/**
 * Repayment plans per 1,000 customers: repayment plans begun ÷ persons of the population. Per thousand. No data
 * where there are none of the latter.
 */
export const plansPerThousand = perThousand({
  name: "plansPerThousand",
  group: "people",
  title: { en: "Repayment plans per 1,000 customers", zh: "每千客户还款计划数" },
  numerator: { en: "repayment plans begun", zh: "开始执行的还款计划数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "plans",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
});
