import { perThousand } from "../define.ts";

/** Attempts to take over, per 1,000 customers. */
export const takeoverAttemptsPerThousand = perThousand({
  name: "takeoverAttemptsPerThousand",
  group: "people",
  title: { en: "Attempts to take over, per 1,000 customers", zh: "盗用尝试（每千客户）" },
  numerator: { en: "attempts at opening, spending or closing", zh: "开户、消费与关闭环节的盗用尝试次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "takeoverAttempts",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 0.5,
  assumed: true,
});
