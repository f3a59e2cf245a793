import type { Mechanism } from "../mechanism.ts";

/** An audit every six months whose findings are mended three months later, against none. */
export const internalAudit: Mechanism = {
  name: "internal-audit",
  title: { en: "internal audit at intervals, findings mended after a delay", zh: "定期内部审计，发现问题后限期整改" },
  claim: { en: "An audit whose findings are mended cuts breaches month by month, and ends silent openings with them", zh: "审计发现问题并整改，可逐月减少违规，静默开通也随之终止" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 18 },
  off: {},
  on: {
    "policies.silent-auto-enrolment.procedures.audit": {
      everyMonths: 6,
      mendsAfterMonths: 3,
      mends: ["notice", "pre-ticked-boxes", "bundled-consents", "silent-opening", "purposes", "retention", "cost-table", "limit-rises", "bureau-queries", "negative-reports", "impact-assessment"],
    },
  },
  moves: [
    { measure: "violations", to: "down" },
    { measure: "violationsCritical", to: "down" },
    { measure: "dataUseUnsupportedShare", to: "down" },
    { measure: "unaskedShare", to: "down" },
  ],
  stays: [],
};
