import type { Mechanism } from "../mechanism.ts";

/** Some misjudge what they can carry, against nobody does. */
export const overborrowing: Mechanism = {
  name: "overborrowing",
  title: { en: "misjudged capacity to repay", zh: "错估还款能力" },
  claim: { en: "Who misjudges her capacity borrows more than her income carries, aware or not", zh: "错估还款能力者借款超出收入承受力，与是否知情无关" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, "population.customers": 1500 },
  off: { "assumptions.overborrowing": 0 },
  on: { "assumptions.overborrowing": 1 },
  moves: [
    { measure: "creditShareOfSales", to: "up" },
    { measure: "burdenAtInability", to: "up" },
    { measure: "forgettingShare", to: "down" },
  ],
  stays: ["considered"],
};
