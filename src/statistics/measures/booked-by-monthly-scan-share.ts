import { share } from "../define.ts";

/**
 * Accounts opened by the monthly scan: accounts opened by the monthly scan ÷ accounts opened during the run.
 * Share. No data where there are none of the latter.
 */
export const bookedByMonthlyScanShare = share({
  name: "bookedByMonthlyScanShare",
  group: "funnel",
  title: { en: "Accounts opened by the monthly scan", zh: "每月扫描自动开立占比" },
  numerator: { en: "accounts opened by the monthly scan", zh: "每月扫描自动开立的账户数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "accounts opened before the first month", zh: "首月之前已开立的账户" },
  of: "bookedMonthlyScan",
  among: "booked",
  better: "neither",
  matters: 0.01,
});
