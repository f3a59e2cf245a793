import type { Mechanism } from "../mechanism.ts";

/** Credit repair offered to holders eleven days late and more, against none. */
export const creditRepair: Mechanism = {
  name: "credit-repair",
  title: { en: "credit repair", zh: "信用修复" },
  claim: { en: "Credit repair cures arrears and spares complaints", zh: "信用修复可促进逾期恢复、减少投诉" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { "population.customers": 1500, "assumptions.repairAcceptance": 0.9, "assumptions.repairCure": 1.5, "assumptions.repairAbility": 1 },
  off: {},
  on: { "policies.silent-auto-enrolment.procedures.counsel": { afterClosing: false, creditRepair: { fromDaysPastDue: 10, months: 6 } } },
  moves: [
    { measure: "creditRepairsPerThousand", to: "up" },
    { measure: "rollRate1to2", to: "down" },
    { measure: "newly90ToCreditSales", to: "down" },
    { measure: "lossPerCustomer", to: "down" },
  ],
  stays: ["considered", "advisedPerThousand"],
};
