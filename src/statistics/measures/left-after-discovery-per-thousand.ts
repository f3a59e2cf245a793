import { perThousand } from "../define.ts";

/**
 * Left the shop after a discovery, per 1,000 customers: customers who left after discovering an account they had
 * not asked for ÷ persons of the population. Per thousand. No data where there are none of the latter.
 */
export const leftAfterDiscoveryPerThousand = perThousand({
  name: "leftAfterDiscoveryPerThousand",
  group: "sales",
  title: { en: "Left the shop after a discovery, per 1,000 customers", zh: "发现账户后流失（每千客户）" },
  numerator: { en: "customers who left after discovering an account they had not asked for", zh: "发现未申请的账户后离开的客户数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "those who leave for other reasons", zh: "因其他原因离开者" },
  of: "leftAfterDiscovery",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
  assumed: true,
});
