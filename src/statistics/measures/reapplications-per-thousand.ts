import { perThousand } from "../define.ts";

/**
 * Applications again, per 1,000 customers: applications of customers whom the lender had declined, or who had held an
 * account before ÷ persons of the population. Per thousand.
 */
export const reapplicationsPerThousand = perThousand({
  name: "reapplicationsPerThousand",
  group: "people",
  title: { en: "Applications again, per 1,000 customers", zh: "每千客户再次申请次数" },
  numerator: { en: "applications of customers declined before, or with an earlier account", zh: "曾被拒或曾有账户者的申请次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "first applications", zh: "首次申请" },
  of: "reapplications",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 2,
  assumed: true,
});
