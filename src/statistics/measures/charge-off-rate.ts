import { share } from "../define.ts";

/**
 * Charge-off rate: accounts charged off ÷ accounts opened during the run. Share. No data where there are none of
 * the latter.
 */
export const chargeOffRate = share({
  name: "chargeOffRate",
  group: "risk",
  title: { en: "Charge-off rate", zh: "核销率" },
  numerator: { en: "accounts charged off", zh: "核销账户数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "accounts too young to be charged off are not taken out; nor are old ones of a seasoned book", zh: "未剔除账龄不足的账户，也未剔除存量账户" },
  of: "chargedOff",
  among: "booked",
  better: "lower",
  matters: 0.002,
});
