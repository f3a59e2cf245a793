import { moneyShare } from "../define.ts";

/** Credit share of sales: purchases on credit ÷ all purchases. Share. No data where there are none of the latter. */
export const creditShareOfSales = moneyShare({
  name: "creditShareOfSales",
  group: "sales",
  title: { en: "Credit share of sales", zh: "赊销占比" },
  numerator: { en: "purchases on credit", zh: "赊销额" },
  denominator: { en: "all purchases", zh: "全部消费额" },
  excludes: { en: "nothing", zh: "无" },
  of: "creditSalesFen",
  among: "salesFen",
  better: "neither",
  matters: 0.01,
  assumed: true,
});
