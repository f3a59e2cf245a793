import type { Mechanism } from "../mechanism.ts";

/** The silent policy's book goes on under it for half a year, or is taken over by the policy that asks first. */
export const policySwitch: Mechanism = {
  name: "policy-switch",
  title: { en: "a seasoned book taken over by another policy", zh: "存量账簿切换为另一政策" },
  claim: { en: "A better policy ends new breaches at once, and leaves the old accounts as they are", zh: "更好的政策能立即停止新的违规，但存量账户依旧" },
  basis: "found",
  policy: "consent-first",
  common: { "population.book": "seasoned", months: 12 },
  off: { switch: { month: 11 } },
  on: { switch: { month: 1 } },
  moves: [
    { measure: "bookedByMonthlyScanShare", to: "down" },
    { measure: "unaskedShare", to: "down" },
    { measure: "marketingContactsPerThousand", to: "down" },
    { measure: "raisesImposedPerThousand", to: "down" },
    { measure: "closureGrantedShare", to: "up" },
    { measure: "violationsCritical", to: "down" },
  ],
  stays: ["bookedByInvitationShare"],
};
