import type { Mechanism } from "../mechanism.ts";

/** Consents taken back by holders who changed their mind, and a lender that reads on. */
export const consentWithdrawal: Mechanism = {
  name: "consent-withdrawal",
  title: { en: "data sources: a consent taken back while the lender reads on", zh: "数据来源：撤回同意后贷款方继续读取" },
  claim: { en: "Data read on after a withdrawal put the lender in breach account by account", zh: "撤回同意后继续读取数据，会使违规逐户累积" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, "policies.silent-auto-enrolment.procedures.withdrawal": { entrance: ["settings"], data: "use", account: "keep" } },
  off: { "assumptions.withdrawHazard": 0 },
  on: { "assumptions.withdrawHazard": 0.02 },
  moves: [
    { measure: "withdrawalsPerThousand", to: "up" },
    { measure: "violationsCritical", to: "up" },
  ],
  stays: ["bookingRate", "salesPerCustomer", "lossPerCustomer", "complaintsPerThousand"],
};
