import { perThousand } from "../define.ts";

/** Complaints of overdue customers, per 1,000 customers. */
export const overdueComplaintsPerThousand = perThousand({
  name: "overdueComplaintsPerThousand",
  group: "people",
  title: { en: "Complaints of overdue customers, per 1,000 customers", zh: "逾期客户投诉（每千客户）" },
  numerator: { en: "complaints made while overdue, objections to the credit record included", zh: "逾期期间的投诉，含征信异议" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "complaintsOverdue",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.5,
  assumed: true,
});
