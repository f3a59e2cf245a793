import type { Mechanism } from "../mechanism.ts";

/** The shipped highest limit of the product, against one of 6,000 yuan. */
export const limitCap: Mechanism = {
  name: "limit-cap",
  title: { en: "limit tiers under a cap", zh: "分档额度与额度上限" },
  claim: { en: "A low cap keeps exposure down, and with it sales on credit", zh: "较低的上限压低敞口，也压低赊销" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: { "policies.silent-auto-enrolment.maxLimitFen": 5_000_000 },
  on: { "policies.silent-auto-enrolment.maxLimitFen": 600_000 },
  moves: [
    { measure: "limitPerAccount", to: "down" },
    { measure: "medianLimit", to: "down" },
    { measure: "balancePerAccount", to: "down" },
    { measure: "creditShareOfSales", to: "down" },
    { measure: "lossPerCustomer", to: "down" },
  ],
  stays: ["considered", "approvalRate"],
};
