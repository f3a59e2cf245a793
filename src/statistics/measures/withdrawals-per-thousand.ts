import { perThousand } from "../define.ts";

/**
 * Consents taken back per 1,000 customers: times that somebody took back consents to the use of her data ÷ persons of
 * the population. Per thousand.
 */
export const withdrawalsPerThousand = perThousand({
  name: "withdrawalsPerThousand",
  group: "people",
  title: { en: "Consents taken back per 1,000 customers", zh: "每千客户撤回同意次数" },
  numerator: { en: "times that somebody took back consents to the use of her data", zh: "撤回数据使用同意的次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "those who wanted to and did not find the way", zh: "想撤回而未能找到入口者" },
  of: "withdrawals",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
  assumed: true,
});
