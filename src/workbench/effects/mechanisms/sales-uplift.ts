import type { Mechanism } from "../mechanism.ts";

/** Credit at hand does not make anybody buy more, or makes them buy more often. */
export const salesUplift: Mechanism = {
  name: "sales-uplift",
  title: { en: "sales uplift by credit at hand", zh: "可用信用带来的销售提升" },
  claim: { en: "Credit makes customers buy more", zh: "信用支付使客户买得更多" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  off: { "assumptions.uplift": 0 },
  on: { "assumptions.uplift": 0.3 },
  moves: [
    { measure: "salesPerCustomer", to: "up" },
    { measure: "incrementalSalesPerCustomer", to: "up" },
    { measure: "incrementalSalesShare", to: "up" },
  ],
  stays: ["salesWithoutCreditPerCustomer", "customersStillActive"],
};
