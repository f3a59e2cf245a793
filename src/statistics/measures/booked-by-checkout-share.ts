import { share } from "../define.ts";

/**
 * Accounts opened at checkout: accounts opened at checkout ÷ accounts opened during the run. Share. No data where
 * there are none of the latter.
 */
export const bookedByCheckoutShare = share({
  name: "bookedByCheckoutShare",
  group: "funnel",
  title: { en: "Accounts opened at checkout", zh: "结账时开立占比" },
  numerator: { en: "accounts opened at checkout", zh: "结账时开立的账户数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "accounts opened before the first month", zh: "首月之前已开立的账户" },
  of: "bookedCheckout",
  among: "booked",
  better: "neither",
  matters: 0.01,
});
