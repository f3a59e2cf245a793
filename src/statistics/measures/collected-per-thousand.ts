import { perThousand } from "../define.ts";

/** Months in which an overdue account was contacted, per 1,000 customers. */
export const collectedPerThousand = perThousand({
  name: "collectedPerThousand",
  group: "risk",
  title: { en: "Account-months in collection, per 1,000 customers", zh: "催收账户月数（每千客户）" },
  numerator: { en: "months in which an overdue account was contacted", zh: "逾期账户被联系的月数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "policies that contact nobody have none", zh: "不联系的政策为零" },
  of: "collectionMonths",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
  assumed: true,
});
