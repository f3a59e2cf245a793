import { share } from "../define.ts";

/**
 * Customers active after twelve months: customers still shopping at the end of the twelfth month ÷ persons of the
 * population. Share. No data where there is none of the latter.
 */
export const activeAtMonth12Share = share({
  name: "activeAtMonth12Share",
  group: "sales",
  title: { en: "Customers active after twelve months", zh: "十二个月后仍活跃客户占比" },
  numerator: { en: "customers still shopping at the end of the twelfth month", zh: "第十二个月末仍在购物的客户数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "runs that are shorter", zh: "不足十二个月的运行" },
  of: "activeAtMonth12",
  among: "reachedMonth12",
  better: "higher",
  matters: 0.005,
  assumed: true,
});
