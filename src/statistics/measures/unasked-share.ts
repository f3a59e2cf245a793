import { share } from "../define.ts";

/**
 * Accounts opened unasked: accounts opened without an affirmative act of the customer ÷ accounts opened during the
 * run. Share. No data where there are none of the latter.
 */
export const unaskedShare = share({
  name: "unaskedShare",
  group: "funnel",
  title: { en: "Accounts opened unasked", zh: "未经主动申请开立占比" },
  numerator: { en: "accounts opened without an affirmative act of the customer", zh: "客户未作主动行为即开立的账户数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "accounts opened before the first month", zh: "首月之前已开立的账户" },
  of: "bookedUnasked",
  among: "booked",
  better: "lower",
  matters: 0.01,
});
