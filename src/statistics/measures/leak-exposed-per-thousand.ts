import { perThousand } from "../define.ts";

/**
 * Persons exposed by a leak, per 1,000 customers: persons of whom the lender held facts at a level that leaked ÷
 * persons of the population. Per thousand.
 */
export const leakExposedPerThousand = perThousand({
  name: "leakExposedPerThousand",
  group: "people",
  title: { en: "Persons exposed by a leak, per 1,000 customers", zh: "每千客户信息泄露涉及人次" },
  numerator: { en: "persons of whom the lender held facts at a level that leaked, leak by leak", zh: "贷款方仍持有且属于泄露级别之数据的人次（逐次泄露计）" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "those whose data were never read, withheld, or erased by then", zh: "数据从未被读取、已拒绝提供或届时已删除者" },
  of: "leaked",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 5,
});
