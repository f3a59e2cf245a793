import { perThousand } from "../define.ts";

/**
 * Freezes per 1,000 customers: accounts frozen ÷ persons of the population. Per thousand. No data where there are
 * none of the latter.
 */
export const freezesPerThousand = perThousand({
  name: "freezesPerThousand",
  group: "people",
  title: { en: "Freezes per 1,000 customers", zh: "每千客户冻结次数" },
  numerator: { en: "accounts frozen", zh: "冻结账户次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "freezes",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
});
