import type { Mechanism } from "../mechanism.ts";

/** Credit at hand does not keep anybody, or keeps half of those who would leave. */
export const creditLoyalty: Mechanism = {
  name: "credit-loyalty",
  title: { en: "loyalty by credit at hand", zh: "可用信用带来的忠诚度" },
  claim: { en: "Credit keeps customers with the shop", zh: "信用支付留住客户" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  off: { "assumptions.creditLoyalty": 0 },
  on: { "assumptions.creditLoyalty": 0.5 },
  moves: [
    { measure: "activeAtMonth12Share", to: "up" },
    { measure: "customersStillActive", to: "up" },
    { measure: "salesPerCustomer", to: "up" },
  ],
  stays: ["salesWithoutCreditPerCustomer"],
};
