import { meanFen } from "../define.ts";

/**
 * Late fees paid by the unaware, per customer: late fees paid that were charged before their payer knew of the
 * account ÷ persons of the population. Fen. No data where there are none of the latter.
 */
export const lateFeesPaidUnawarePerCustomer = meanFen({
  name: "lateFeesPaidUnawarePerCustomer",
  group: "people",
  title: { en: "Late fees paid by the unaware, per customer", zh: "不知情者缴纳的逾期费（人均）" },
  numerator: { en: "late fees paid that were charged before their payer knew of the account", zh: "在持有人不知情时计收而后缴纳的逾期费" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "fees never paid", zh: "从未缴纳的费用" },
  of: "lateFeePaidUnawareFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 10,
  assumed: true,
});
