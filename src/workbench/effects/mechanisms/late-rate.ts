import type { Mechanism } from "../mechanism.ts";

/** A late fee of one hundredth of a per cent a day, against one five times as high. */
export const lateRate: Mechanism = {
  name: "late-rate",
  title: { en: "late fee a day", zh: "逾期日费率" },
  claim: { en: "Late fees earn little, and partly from holders who do not know the account", zh: "逾期费收入有限，且部分来自不知情的持户" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: { "policies.silent-auto-enrolment.lateDailyBps": 1 },
  on: { "policies.silent-auto-enrolment.lateDailyBps": 5 },
  moves: [
    { measure: "lateFeesPerCustomer", to: "up" },
    { measure: "revenueFromLateFeesShare", to: "up" },
    { measure: "lateFeesPaidUnawarePerCustomer", to: "up" },
  ],
  stays: ["salesPerCustomer", "meanAllInRate", "rollRate0to1"],
};
