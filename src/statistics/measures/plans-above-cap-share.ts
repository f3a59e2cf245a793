import { eventShare } from "../define.ts";

/**
 * Plans above the cap: instalment plans whose all-in annual rate passes the lowest cap of the laws in force ÷
 * purchases on credit in instalments, or at a fee without free days. Share. No data where there is none of the
 * latter.
 */
export const plansAboveCapShare = eventShare({
  name: "plansAboveCapShare",
  group: "money",
  title: { en: "Plans above the cap", zh: "超过上限的分期占比" },
  numerator: { en: "instalment plans whose all-in annual rate passes the lowest cap of the laws in force", zh: "综合年化成本超过现行法规最低上限的分期笔数" },
  denominator: { en: "purchases on credit in instalments, or at a fee without free days", zh: "分期付款或无免息期计费的赊购笔数" },
  excludes: { en: "which licence a cap binds: the law lines say whom it concerns", zh: "上限约束何种持牌机构：见法规部分" },
  of: "plansAboveCap",
  among: "plansBought",
  better: "lower",
  matters: 0.001,
});
