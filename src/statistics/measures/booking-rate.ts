import { share } from "../define.ts";

/** Booking rate: accounts opened ÷ persons considered. Share. No data where there are none of the latter. */
export const bookingRate = share({
  name: "bookingRate",
  group: "funnel",
  title: { en: "Booking rate", zh: "开立率" },
  numerator: { en: "accounts opened", zh: "开立账户数" },
  denominator: { en: "persons considered", zh: "被审查人数" },
  excludes: { en: "accounts opened before the first month", zh: "首月之前已开立的账户" },
  of: "booked",
  among: "considered",
  better: "neither",
  matters: 0.01,
});
