import { perThousand } from "../define.ts";

/**
 * Persons × levels exposed by a leak, per 1,000 customers: pairs of a person and a level of data that leaked ÷ persons
 * of the population. Per thousand.
 */
export const leakLevelsPerThousand = perThousand({
  name: "leakLevelsPerThousand",
  group: "people",
  title: { en: "Persons × levels exposed by a leak, per 1,000 customers", zh: "每千客户信息泄露人次 × 级别" },
  numerator: { en: "pairs of an exposed person and a level of the data that leaked", zh: "被泄露者与所涉数据级别的配对数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "levels that did not leak, or of which the lender held nothing", zh: "未泄露的级别，以及贷款方未持有数据的级别" },
  of: ["leakedLevel1", "leakedLevel2", "leakedLevel3", "leakedLevel4", "leakedLevel5"],
  among: (sums) => sums.customers,
  better: "lower",
  matters: 5,
});
