import type { Mechanism } from "../mechanism.ts";

const afterRefusal = "policies.silent-auto-enrolment.procedures.afterRefusal";

/** Closed accounts that the scan and the checkout open again, against a lender that waits to be asked. */
export const reopeningOnRequest: Mechanism = {
  name: "reopening-on-request",
  title: { en: "reopening after closing: only at the customer's request", zh: "关闭后再次开通：仅限本人申请" },
  claim: { en: "A silent scan opens again what its holder has closed", zh: "静默扫描会把客户已关闭的账户重新开通" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { "assumptions.closeBase": 0.03 },
  off: { [afterRefusal]: { quietMonths: 0, contactsPerMonth: 2, reopening: "anyhow" } },
  on: { [afterRefusal]: { quietMonths: 0, contactsPerMonth: 2, reopening: "on-request" } },
  moves: [
    { measure: "reopenedUnaskedPerThousand", to: "down" },
    { measure: "violationsCritical", to: "down" },
  ],
  stays: ["considered"],
};
