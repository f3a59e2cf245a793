import { meanFen } from "../define.ts";

/**
 * Merchant fees per customer: fees charged to merchants ÷ persons of the population. Fen. No data where there are
 * none of the latter.
 */
export const merchantFeesPerCustomer = meanFen({
  name: "merchantFeesPerCustomer",
  group: "money",
  title: { en: "Merchant fees per customer", zh: "人均商户手续费收入" },
  numerator: { en: "fees charged to merchants", zh: "向商户收取的手续费" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "how partners share it", zh: "合作方之间的分配" },
  of: "merchantFeeFen",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 100,
});
