import { perThousand } from "../define.ts";

/**
 * Complaints about an unwanted account, per 1,000 customers: complaints at the discovery of an account nobody
 * asked for ÷ persons of the population. Per thousand. No data where there are none of the latter.
 */
export const unwantedComplaintsPerThousand = perThousand({
  name: "unwantedComplaintsPerThousand",
  group: "people",
  title: { en: "Complaints about an unwanted account, per 1,000 customers", zh: "因被开通而投诉（每千客户）" },
  numerator: { en: "complaints at the discovery of an account nobody asked for", zh: "发现未申请账户时的投诉数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "complaintsUnwanted",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.5,
  assumed: true,
});
