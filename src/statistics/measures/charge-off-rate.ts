import { accountsHeld } from "../amounts.ts";
import { share } from "../define.ts";

/**
 * Charge-off rate: accounts charged off during the run ÷ accounts open at the end, charged off or closed during
 * the run. Share. No data where there are none of the latter.
 */
export const chargeOffRate = share({
  name: "chargeOffRate",
  group: "risk",
  title: { en: "Charge-off rate", zh: "核销率" },
  numerator: { en: "accounts charged off during the run", zh: "本次运行中核销的账户数" },
  denominator: { en: "accounts open at the end, charged off or closed during the run", zh: "期末开立中、本次运行中核销或关闭的账户数" },
  excludes: { en: "accounts too young to be charged off are not taken out", zh: "未剔除账龄不足的账户" },
  of: "chargedOff",
  among: accountsHeld,
  better: "lower",
  matters: 0.002,
});
