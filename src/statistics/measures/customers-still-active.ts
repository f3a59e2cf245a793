import { share } from "../define.ts";

/**
 * Customers still active at the end: customers still shopping at the end ÷ persons of the population. Share. No
 * data where there are none of the latter.
 */
export const customersStillActive = share({
  name: "customersStillActive",
  group: "sales",
  title: { en: "Customers still active at the end", zh: "期末仍活跃客户占比" },
  numerator: { en: "customers still shopping at the end", zh: "期末仍在购物的客户数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "customersActive",
  among: (sums) => sums.customers,
  better: "higher",
  matters: 0.005,
  assumed: true,
});
