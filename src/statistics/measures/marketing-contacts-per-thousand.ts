import { perThousand } from "../define.ts";

/**
 * Marketing contacts per 1,000 customers: marketing contacts made ÷ persons of the population. Per thousand. No
 * data where there are none of the latter.
 */
export const marketingContactsPerThousand = perThousand({
  name: "marketingContactsPerThousand",
  group: "people",
  title: { en: "Marketing contacts per 1,000 customers", zh: "每千客户营销触达次数" },
  numerator: { en: "marketing contacts made", zh: "营销触达次数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "marketingContacts",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 100,
});
