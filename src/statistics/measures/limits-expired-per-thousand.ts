import { perThousand } from "../define.ts";

/**
 * Limits run out: limits granted until a date that came ÷ persons of the population. Per thousand. No data where
 * there is none of the latter.
 */
export const limitsExpiredPerThousand = perThousand({
  name: "limitsExpiredPerThousand",
  group: "people",
  title: { en: "Limits run out", zh: "额度到期" },
  numerator: { en: "limits granted until a date that came", zh: "到期的限期额度次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "limits without an end", zh: "无期限的额度" },
  of: "limitsExpired",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
});
