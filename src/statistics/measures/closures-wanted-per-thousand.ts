import { perThousand } from "../define.ts";

/**
 * Closures wanted per 1,000 customers: requests that reached the lender and attempts given up on the way ÷ persons
 * of the population. Per thousand. No data where there are none of the latter.
 */
export const closuresWantedPerThousand = perThousand({
  name: "closuresWantedPerThousand",
  group: "people",
  title: { en: "Closures wanted per 1,000 customers", zh: "每千客户想关闭账户的次数" },
  numerator: { en: "requests that reached the lender and attempts given up on the way", zh: "提交到机构的申请与中途放弃的尝试之和" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "attempts of someone who took the account over", zh: "盗用者的尝试" },
  of: ["closuresAsked", "closuresAbandoned"],
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
  assumed: true,
});
