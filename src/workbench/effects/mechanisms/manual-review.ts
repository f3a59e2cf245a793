import type { Mechanism } from "../mechanism.ts";

/** Few reviewers who cost money and make mistakes, against as many as it takes who make none. */
export const manualReview: Mechanism = {
  name: "manual-review",
  title: { en: "manual review: capacity, cost, mistakes", zh: "人工审核：能力、成本与失误" },
  claim: { en: "Few reviewers make people wait, and their mistakes cut both ways", zh: "审核人手不足使人久候，失误则两头受损" },
  basis: "assumed",
  policy: "consent-first",
  common: { months: 10, "population.customers": 800, "assumptions.applicationHazard": 0.15, "policies.consent-first.minScore": 720, "policies.consent-first.reviewScore": 500 },
  off: { "lender.review": { costFen: 0, errorApprove: 0, errorDecline: 0 } },
  on: { "lender.review": { capacityPer1000: 10, costFen: 3000, errorApprove: 0.25, errorDecline: 0.25 } },
  moves: [
    { measure: "reviewDays", to: "up" },
    { measure: "reviewCostPerAccount", to: "up" },
    { measure: "reviewWrongDeclines", to: "up" },
    { measure: "reviewWrongApprovals", to: "up" },
    { measure: "bookingRate", to: "down" },
  ],
  stays: ["considered", "scoreMissingShare"],
};
