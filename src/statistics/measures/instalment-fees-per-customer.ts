import { meanFen } from "../define.ts";

/**
 * Instalment fees per customer: instalment fees charged ÷ persons of the population. Fen. No data where there are
 * none of the latter.
 */
export const instalmentFeesPerCustomer = meanFen({
  name: "instalmentFeesPerCustomer",
  group: "money",
  title: { en: "Instalment fees per customer", zh: "人均分期费收入" },
  numerator: { en: "instalment fees charged", zh: "计收的分期费" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "how partners share it", zh: "合作方之间的分配" },
  of: "instalmentFeeFen",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 100,
});
