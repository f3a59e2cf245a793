import type { Mechanism } from "../mechanism.ts";

/** Cheap money and dear money. */
export const fundingCost: Mechanism = {
  name: "funding-cost",
  title: { en: "cost of funds", zh: "资金成本" },
  claim: { en: "Dear money eats the margin of a book that turns over slowly", zh: "资金价格上升会吞噬周转缓慢的账簿的利润" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: { "lender.fundingRateAnnualBps": 300 },
  on: { "lender.fundingRateAnnualBps": 900 },
  moves: [
    { measure: "fundingPerCustomer", to: "up" },
    { measure: "marginPerCustomer", to: "down" },
    { measure: "cashFlowOfLenderPerCustomer", to: "down" },
    { measure: "raroc", to: "down" },
  ],
  stays: ["receivableDays", "salesPerCustomer", "lossPerCustomer", "revenuePerCustomer"],
};
