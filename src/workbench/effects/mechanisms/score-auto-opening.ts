import type { Mechanism } from "../mechanism.ts";

/** The monthly scan opens accounts by score, against a policy without the scan. */
export const scoreAutoOpening: Mechanism = {
  name: "score-auto-opening",
  title: { en: "score-based auto-opening", zh: "按评分自动开通" },
  claim: { en: "Opening by score raises enrolment, and unawareness and breaches with it", zh: "按评分自动开通提高开通量，也推高不知情与违规" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 12 },
  off: { "policies.silent-auto-enrolment.procedures.enrolment.monthly-scan": null },
  on: {},
  moves: [
    { measure: "bookedByMonthlyScanShare", to: "up" },
    { measure: "enrolledShare", to: "up" },
    { measure: "unaskedShare", to: "up" },
    { measure: "meanUnawareMonths", to: "up" },
    { measure: "violationsCritical", to: "up" },
    { measure: "acquisitionPerCustomer", to: "up" },
  ],
  stays: ["acquisitionPerAccount"],
};
