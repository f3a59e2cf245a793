import { share } from "../define.ts";

/** Take-up: accounts opened ÷ persons approved. Share. No data where there are none of the latter. */
export const takeUp = share({
  name: "takeUp",
  group: "funnel",
  title: { en: "Take-up", zh: "批准后开立率" },
  numerator: { en: "accounts opened", zh: "开立账户数" },
  denominator: { en: "persons approved", zh: "获批人数" },
  excludes: { en: "accounts opened before the first month", zh: "首月之前已开立的账户" },
  of: "booked",
  among: "approved",
  better: "neither",
  matters: 0.01,
});
