import type { Mechanism } from "../mechanism.ts";

const afterRefusal = "policies.silent-auto-enrolment.procedures.afterRefusal";

/** Customers who said no are contacted on, against a year in which they are left alone. */
export const quietAfterRefusal: Mechanism = {
  name: "quiet-after-refusal",
  title: { en: "nagging: a year of quiet after a refusal", zh: "反复营销：拒绝后一年内不再打扰" },
  claim: { en: "Pressing those who said no costs complaints", zh: "对已拒绝者反复营销会招致投诉" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { "assumptions.complaintNagging": 0.01, "policies.silent-auto-enrolment.procedures.marketing.optOutHonoured": false },
  off: {},
  on: { [afterRefusal]: { quietMonths: 12, contactsPerMonth: 1, reopening: "anyhow" } },
  moves: [
    { measure: "contactsAfterRefusalPerThousand", to: "down" },
    { measure: "complaintsPerThousand", to: "down" },
    { measure: "violations", to: "down" },
  ],
  stays: [],
};
