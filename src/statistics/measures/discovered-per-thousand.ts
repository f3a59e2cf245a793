import { perThousand } from "../define.ts";

/**
 * Discoveries per 1,000 customers: unaware holders who found out ÷ persons of the population. Per thousand. No
 * data where there are none of the latter.
 */
export const discoveredPerThousand = perThousand({
  name: "discoveredPerThousand",
  group: "people",
  title: { en: "Discoveries per 1,000 customers", zh: "每千客户中发现账户的人次" },
  numerator: { en: "unaware holders who found out", zh: "原不知情而发现账户的持有人数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "discovered",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
  assumed: true,
});
