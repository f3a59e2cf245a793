import { eventShare } from "../define.ts";

/**
 * Credit purchases in instalments: purchases on credit in instalments, or at a fee without free days ÷ purchases on
 * credit. Share. No data where there is none of the latter.
 */
export const instalmentShareOfCreditPurchases = eventShare({
  name: "instalmentShareOfCreditPurchases",
  group: "sales",
  title: { en: "Credit purchases in instalments", zh: "赊购中分期付款占比" },
  numerator: { en: "purchases on credit in instalments, or at a fee without free days", zh: "分期付款或无免息期计费的赊购笔数" },
  denominator: { en: "purchases on credit", zh: "赊购笔数" },
  excludes: { en: "nothing", zh: "无" },
  of: "plansBought",
  among: "creditPurchases",
  better: "neither",
  matters: 0.01,
  assumed: true,
});
