import { perThousand } from "../define.ts";

/**
 * Complaints per 1,000 customers: complaints of every kind ÷ persons of the population. Per thousand. No data
 * where there are none of the latter.
 */
export const complaintsPerThousand = perThousand({
  name: "complaintsPerThousand",
  group: "people",
  title: { en: "Complaints per 1,000 customers", zh: "每千客户投诉数" },
  numerator: { en: "complaints of every kind", zh: "各类投诉数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "complaints",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
  assumed: true,
});
