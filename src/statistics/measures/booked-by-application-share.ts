import { share } from "../define.ts";

/**
 * Accounts opened on application: accounts opened on application ÷ accounts opened during the run. Share. No data
 * where there are none of the latter.
 */
export const bookedByApplicationShare = share({
  name: "bookedByApplicationShare",
  group: "funnel",
  title: { en: "Accounts opened on application", zh: "主动申请开立占比" },
  numerator: { en: "accounts opened on application", zh: "主动申请开立的账户数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "accounts opened before the first month", zh: "首月之前已开立的账户" },
  of: "bookedApplication",
  among: "booked",
  better: "neither",
  matters: 0.01,
});
