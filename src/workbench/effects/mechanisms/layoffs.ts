import type { Mechanism } from "../mechanism.ts";

/** Half a year in which employees lose their income fifteen times as often. */
export const layoffs: Mechanism = {
  name: "layoffs",
  title: { en: "layoffs by occupation", zh: "按职业的裁员" },
  claim: { en: "A layoff in one trade shows in the arrears of the whole book", zh: "一个行业的裁员会体现在整个账册的逾期中" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, "population.customers": 1200 },
  off: { "environment.layoffs": [] },
  on: {
    "environment.layoffs": [
      { from: 3, to: 8, fact: "customer.occupation", value: "employee", factor: 15 },
      { from: 3, to: 8, fact: "customer.cityTier", value: 3, factor: 2 },
    ],
  },
  moves: [
    { measure: "rollRate0to1", to: "up" },
    { measure: "forgettingShare", to: "down" },
    { measure: "accounts30PlusShare", to: "up" },
  ],
  stays: ["considered", "bookingRate", "acquisitionPerCustomer"],
};
