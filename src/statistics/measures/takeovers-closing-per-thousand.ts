import { perThousand } from "../define.ts";

/** Accounts closed by a thief, per 1,000 customers. */
export const takeoversClosingPerThousand = perThousand({
  name: "takeoversClosingPerThousand",
  group: "people",
  title: { en: "Accounts closed by a thief, per 1,000 customers", zh: "盗关成功（每千客户）" },
  numerator: { en: "takeovers at closing", zh: "盗关成功次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "takeoversClosing",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 0.2,
  assumed: true,
});
