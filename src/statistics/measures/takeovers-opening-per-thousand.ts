import { perThousand } from "../define.ts";

/** Accounts opened in a customer's name by a thief, per 1,000 customers. */
export const takeoversOpeningPerThousand = perThousand({
  name: "takeoversOpeningPerThousand",
  group: "people",
  title: { en: "Accounts opened in a customer's name by a thief, per 1,000 customers", zh: "冒名开户成功（每千客户）" },
  numerator: { en: "takeovers at opening", zh: "冒名开户成功次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "takeoversOpening",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.2,
  assumed: true,
});
