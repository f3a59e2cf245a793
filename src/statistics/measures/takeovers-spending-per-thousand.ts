import { perThousand } from "../define.ts";

/** Accounts spent on by a thief, per 1,000 customers. */
export const takeoversSpendingPerThousand = perThousand({
  name: "takeoversSpendingPerThousand",
  group: "people",
  title: { en: "Accounts spent on by a thief, per 1,000 customers", zh: "盗刷成功（每千客户）" },
  numerator: { en: "takeovers at spending", zh: "盗刷成功次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "takeoversSpending",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.2,
  assumed: true,
});
