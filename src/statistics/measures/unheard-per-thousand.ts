import { perThousand } from "../define.ts";

/** Customers who wanted to complain and found no way to, per 1,000 customers. */
export const unheardPerThousand = perThousand({
  name: "unheardPerThousand",
  group: "people",
  title: { en: "Wanted to complain and found no way, per 1,000 customers", zh: "投诉无门（每千客户）" },
  numerator: { en: "grievances that found no channel", zh: "找不到渠道的投诉意愿" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "complaintsUnheard",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.5,
  assumed: true,
});
