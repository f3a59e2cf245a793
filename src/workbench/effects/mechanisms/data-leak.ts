import type { Mechanism } from "../mechanism.ts";

/** A leak of data of levels 2 and 3 in the tenth month, at a lender that tells the persons in two days. */
export const dataLeak: Mechanism = {
  name: "data-leak",
  title: { en: "a leak of data: month, levels, share", zh: "数据泄露：月份、级别、比例" },
  claim: { en: "A silent scan exposes people who never held an account", zh: "静默扫描会让从未持有账户的人也暴露在泄露之下" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 12, "assumptions.leaveLeak": 0.06, "policies.silent-auto-enrolment.procedures.leak": { authorityNotified: true, personsNotified: true, daysToNotice: 2 } },
  off: { "environment.leaks": [] },
  on: { "environment.leaks": [{ month: 9, levels: [2, 3], share: 0.5 }] },
  moves: [
    { measure: "leakExposedPerThousand", to: "up" },
    { measure: "leakLevelsPerThousand", to: "up" },
    { measure: "complaintsPerThousand", to: "up" },
    { measure: "customersStillActive", to: "down" },
  ],
  stays: ["violationsCritical", "unaskedShare"],
};
