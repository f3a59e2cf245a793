import type { Mechanism } from "../mechanism.ts";

/** Accounts that nobody asked for cost a fifth of what it takes to win a customer, with and without the scan that opens them. */
export const silentEnrolmentCost: Mechanism = {
  name: "silent-enrolment-cost",
  title: { en: "silent enrolment and the cost of acquisition", zh: "静默开通与获客成本" },
  claim: { en: "Silent enrolment lowers the cost of acquisition", zh: "静默开通降低获客成本" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, "assumptions.acquisitionUnaskedShare": 0.2 },
  off: { "policies.silent-auto-enrolment.procedures.enrolment.monthly-scan": null },
  on: {},
  moves: [
    { measure: "unaskedShare", to: "up" },
    { measure: "acquisitionPerAccount", to: "down" },
    { measure: "awareShare", to: "down" },
  ],
  stays: [],
};
