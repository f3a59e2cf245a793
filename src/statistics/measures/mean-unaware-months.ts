import { accountsHeld } from "../amounts.ts";
import { meanMonths } from "../define.ts";

/**
 * Months unaware per account: months that open accounts stood unknown to their holder ÷ accounts open at the end,
 * charged off or closed during the run. Months. No data where there are none of the latter.
 */
export const meanUnawareMonths = meanMonths({
  name: "meanUnawareMonths",
  group: "people",
  title: { en: "Months unaware per account", zh: "户均不知情月数" },
  numerator: { en: "months that open accounts stood unknown to their holder", zh: "账户处于持有人不知情状态的月数" },
  denominator: { en: "accounts open at the end, charged off or closed during the run", zh: "期末开立中、本次运行中核销或关闭的账户数" },
  excludes: { en: "time before the first month and after the last", zh: "首月之前与末月之后的时间" },
  of: "unawareMonths",
  among: accountsHeld,
  better: "lower",
  matters: 0.1,
  assumed: true,
});
