import { meanFen } from "../define.ts";

/**
 * Cost of manual review ÷ accounts opened. Fen. No data where none was opened.
 */
export const reviewCostPerAccount = meanFen({
  name: "reviewCostPerAccount",
  group: "money",
  title: { en: "Cost of review per account", zh: "户均审核成本" },
  numerator: { en: "cost of manual reviews", zh: "人工审核成本" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "reviews still waiting at the end", zh: "期末仍在等待的审核" },
  of: "reviewCostFen",
  among: "booked",
  better: "lower",
  matters: 500,
});
