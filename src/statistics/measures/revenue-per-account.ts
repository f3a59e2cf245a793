import { revenueFen } from "../amounts.ts";
import { meanFen } from "../define.ts";

/**
 * Revenue per account opened: merchant, instalment and late fees charged, less waived ÷ accounts opened during the
 * run. Fen. No data where there are none of the latter.
 */
export const revenuePerAccount = meanFen({
  name: "revenuePerAccount",
  group: "money",
  title: { en: "Revenue per account opened", zh: "户均收入" },
  numerator: { en: "merchant, instalment and late fees charged, less waived", zh: "商户手续费、分期费与逾期费之和减去减免额" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "revenue of older accounts of a seasoned book is in the numerator", zh: "存量账户的收入计入分子" },
  of: revenueFen,
  among: "booked",
  better: "higher",
  matters: 100,
});
