import { share } from "../define.ts";

/**
 * Booking rate: persons whose account was opened for the first time ÷ persons considered. Share. No data where
 * there are none of the latter.
 */
export const bookingRate = share({
  name: "bookingRate",
  group: "funnel",
  title: { en: "Booking rate", zh: "开立率" },
  numerator: { en: "persons whose account was opened for the first time", zh: "首次开立账户的人数" },
  denominator: { en: "persons considered", zh: "被审查人数" },
  excludes: { en: "accounts opened again after closing, and those opened before the first month", zh: "关闭后再次开立的账户，及首月之前已开立的账户" },
  of: (sums) => sums.of("booked") - sums.of("reopened"),
  among: "considered",
  better: "neither",
  matters: 0.01,
});
