import { meanMonths } from "../define.ts";

/**
 * Months unaware per account opened: months that open accounts stood unknown to their holder ÷ accounts opened
 * during the run. Months. No data where there are none of the latter.
 */
export const meanUnawareMonths = meanMonths({
  name: "meanUnawareMonths",
  group: "people",
  title: { en: "Months unaware per account opened", zh: "户均不知情月数" },
  numerator: { en: "months that open accounts stood unknown to their holder", zh: "账户处于持有人不知情状态的月数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "time after the end of the run", zh: "运行结束之后的时间" },
  of: "unawareMonths",
  among: "booked",
  better: "lower",
  matters: 0.1,
  assumed: true,
});
