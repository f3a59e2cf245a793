import type { Mechanism } from "../mechanism.ts";

const procedures = "policies.silent-auto-enrolment.procedures";

/** Papers that are made in good time, against papers that come late or never. */
export const filings: Mechanism = {
  name: "filings",
  title: { en: "filings and impact assessments, with their dates", zh: "备案与影响评估的办理日期" },
  claim: { en: "Papers made in time end their own breaches and change nothing for customers", zh: "材料按时办理，只消除相应违规，客户处境不变" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 12, [`${procedures}.declared.publicOpinionService`]: true },
  off: { [`${procedures}.filings`]: { "impact-assessment": { on: 11 }, "compliance-audit": { on: "2024-06-01" }, "algorithm-filing": { on: 11 } } },
  on: { [`${procedures}.filings`]: { "impact-assessment": { on: 0 }, "compliance-audit": { on: 0 }, "algorithm-filing": { on: 0 } } },
  moves: [{ measure: "violations", to: "down" }, { measure: "lawRulesMatched", to: "down" }],
  stays: ["violationsCritical", "bookingRate", "balancePerAccount", "complaintsPerThousand", "dataUseUnsupportedShare"],
};
