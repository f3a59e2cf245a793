import { perThousand } from "../define.ts";

/**
 * Account takeovers per 1,000 customers: takeovers that succeeded, at any stage ÷ persons of the population. Per
 * thousand. No data where there are none of the latter.
 */
export const takeoversPerThousand = perThousand({
  name: "takeoversPerThousand",
  group: "people",
  title: { en: "Account takeovers per 1,000 customers", zh: "每千客户账户被盗用次数" },
  numerator: { en: "takeovers that succeeded, at any stage", zh: "各环节成功的盗用次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "attempts that failed", zh: "未成功的尝试" },
  of: "takeovers",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.1,
  assumed: true,
});
