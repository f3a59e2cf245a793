import type { Mechanism } from "../mechanism.ts";

/** Data kept after closing, against data erased, when a leak comes. */
export const leakRetention: Mechanism = {
  name: "leak-retention",
  title: { en: "a leak of data: what is erased in time does not leak", zh: "数据泄露：及时删除的数据不会泄露" },
  claim: { en: "Data kept past their purpose are what leaks", zh: "超期留存的数据正是泄露的对象" },
  basis: "found",
  policy: "consent-first",
  common: { "assumptions.closeBase": 0.03, "environment.leaks": [{ month: 20, levels: [3], share: 1 }] },
  off: { "policies.consent-first.procedures.closure.afterClosing": "keep", "policies.consent-first.procedures.data.retentionMonthsAfterEnd": 36 },
  on: { "policies.consent-first.procedures.closure.afterClosing": "delete", "policies.consent-first.procedures.data.retentionMonthsAfterEnd": 0 },
  moves: [
    { measure: "leakExposedPerThousand", to: "down" },
  ],
  stays: ["considered", "salesPerCustomer"],
};
