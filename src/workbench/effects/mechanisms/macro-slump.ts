import type { Mechanism } from "../mechanism.ts";

/** Six months of a slump, against an ordinary economy. */
export const macroSlump: Mechanism = {
  name: "macro-slump",
  title: { en: "income shocks in a slump of six months", zh: "六个月经济衰退中的收入冲击" },
  claim: { en: "A slump shows in arrears months later, in every policy", zh: "经济衰退会在数月后体现为逾期，任何政策都不例外" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: { "environment.macro": "steady" },
  on: { "environment.macro": "recession" },
  moves: [
    { measure: "rollRate0to1", to: "up" },
    { measure: "newly90ToCreditSales", to: "up" },
    { measure: "lossPerCustomer", to: "up" },
    { measure: "marginPerCustomer", to: "down" },
  ],
  stays: ["considered", "acquisitionPerCustomer"],
};
