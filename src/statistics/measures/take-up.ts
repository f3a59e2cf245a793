import { share } from "../define.ts";

/**
 * Take-up: persons whose account was opened for the first time ÷ persons approved. Share. No data where there are
 * none of the latter.
 */
export const takeUp = share({
  name: "takeUp",
  group: "funnel",
  title: { en: "Take-up", zh: "批准后开立率" },
  numerator: { en: "persons whose account was opened for the first time", zh: "首次开立账户的人数" },
  denominator: { en: "persons approved", zh: "获批人数" },
  excludes: { en: "accounts opened again after closing, and those opened before the first month", zh: "关闭后再次开立的账户，及首月之前已开立的账户" },
  of: (sums) => sums.of("booked") - sums.of("reopened"),
  among: "approved",
  better: "neither",
  matters: 0.01,
});
