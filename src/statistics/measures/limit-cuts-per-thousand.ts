import { perThousand } from "../define.ts";

/**
 * Limit cuts per 1,000 customers: limit cuts ÷ persons of the population. Per thousand. No data where there are
 * none of the latter.
 */
export const limitCutsPerThousand = perThousand({
  name: "limitCutsPerThousand",
  group: "people",
  title: { en: "Limit cuts per 1,000 customers", zh: "每千客户降额次数" },
  numerator: { en: "limit cuts", zh: "降额次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "limitCuts",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
});
