import type { Mechanism } from "../mechanism.ts";

/** Bills that pay themselves for those who know of the account, against bills that everybody pays by hand. */
export const autopay: Mechanism = {
  name: "autopay",
  title: { en: "automatic repayment", zh: "自动还款" },
  claim: { en: "Arrears of those who could pay are mostly forgotten bills", zh: "有能力还款者的逾期大多只是忘记还款" },
  basis: "assumed",
  policy: "consent-first",
  common: { "population.customers": 1500 },
  off: { "assumptions.autopay": 0, "assumptions.autopayOthers": 0 },
  on: { "assumptions.autopay": 0.95, "assumptions.autopayOthers": 0.5 },
  moves: [
    { measure: "forgettingShare", to: "down" },
    { measure: "rollRate0to1", to: "down" },
    { measure: "lateFeesPerCustomer", to: "down" },
  ],
  stays: ["bookingRate", "awareShare"],
};
