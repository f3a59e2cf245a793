import { perThousand } from "../define.ts";

/**
 * Limit raises imposed, per 1,000 customers: limit raises made without the customer's agreement ÷ persons of the
 * population. Per thousand. No data where there are none of the latter.
 */
export const raisesImposedPerThousand = perThousand({
  name: "raisesImposedPerThousand",
  group: "people",
  title: { en: "Limit raises imposed, per 1,000 customers", zh: "未经同意提额（每千客户）" },
  numerator: { en: "limit raises made without the customer's agreement", zh: "未经客户同意的提额次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "raises offered and accepted", zh: "经邀约并接受的提额" },
  of: "limitRaisesImposed",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
});
