import { lateFeesKeptFen } from "../amounts.ts";
import { meanFen } from "../define.ts";

/**
 * Late fees per customer: late fees charged less late fees waived ÷ persons of the population. Fen. No data where
 * there are none of the latter.
 */
export const lateFeesPerCustomer = meanFen({
  name: "lateFeesPerCustomer",
  group: "money",
  title: { en: "Late fees per customer", zh: "人均逾期费收入" },
  numerator: { en: "late fees charged less late fees waived", zh: "计收的逾期费减去减免额" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "how partners share it", zh: "合作方之间的分配" },
  of: lateFeesKeptFen,
  among: (sums) => sums.customers,
  better: "neither",
  matters: 100,
});
