import type { Mechanism } from "../mechanism.ts";

/** Weak scores without a free period, as the shipped policy has it, against thirty free days for everybody. */
export const freePeriod: Mechanism = {
  name: "free-period",
  title: { en: "interest-free period", zh: "免息期" },
  claim: { en: "Those who pay in instalments pay for those who use the free days", zh: "分期客户为只用免息期的客户买单" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: { "policies.silent-auto-enrolment.weakFreeDays": 0 },
  on: { "policies.silent-auto-enrolment.weakFreeDays": 30 },
  moves: [
    { measure: "instalmentShareOfCreditPurchases", to: "down" },
    { measure: "instalmentFeesPerCustomer", to: "down" },
    { measure: "revenueFromMerchantsShare", to: "up" },
  ],
  stays: ["considered", "approvalRate"],
};
