/** Events of a life that no counter counts: what histories tell beside those that are named after their counter. */
export const lifeEvents = [
  "account-opened", "burden", "complaint-waits", "credit-purchase", "debt-moved", "filing-lapsed", "filing-made", "gave-up",
  "income-lost", "invitation-refused", "limit-changed", "policy-switched", "price-declined", "procedures-mended", "purchase",
  "review-waits", "score", "score-repaired", "settled",
] as const;
export type LifeEvent = (typeof lifeEvents)[number];
