import { meanFen } from "../define.ts";

/** Fees for settling on closing: fen charged ÷ persons of the population. */
export const settlementFeesPerCustomer = meanFen({
  name: "settlementFeesPerCustomer",
  group: "people",
  title: { en: "Fees for settling on closing, per customer", zh: "关闭结清手续费（每位客户）" },
  numerator: { en: "fen charged for channels of settlement", zh: "结清渠道收取的费用" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "settlementFeeFen",
  among: (sums) => sums.customers,
  better: "lower",
  matters: 1,
  assumed: true,
});
