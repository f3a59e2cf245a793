import { perThousand } from "../define.ts";

/** Advice on closing, per 1,000 customers: persons advised on debt when they closed ÷ persons of the population. Per thousand. */
export const advisedPerThousand = perThousand({
  name: "advisedPerThousand",
  group: "people",
  title: { en: "Advised on debt when closing, per 1,000 customers", zh: "每千客户关闭时接受债务咨询人数" },
  numerator: { en: "persons advised on debt when they closed", zh: "关闭账户时接受债务咨询的人数" },
  denominator: { en: "persons of the population", zh: "人群总人数" },
  excludes: { en: "later closings of the same person", zh: "同一人之后的关闭" },
  of: "advised",
  among: (sums) => sums.customers,
  better: "neither",
  matters: 1,
  assumed: true,
});
