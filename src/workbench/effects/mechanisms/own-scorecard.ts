import type { Mechanism } from "../mechanism.ts";

const policy = "policies.silent-auto-enrolment";

/** The policy's own scorecard in force, against the score that customers come with. */
export const ownScorecard: Mechanism = {
  name: "own-scorecard",
  title: { en: "a scorecard of the policy's own", zh: "政策自带评分卡" },
  claim: { en: "A scorecard of one's own leaves nobody without a score", zh: "自建评分卡使人人都有评分" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 9 },
  off: {},
  on: { [`${policy}.scorecard.status`]: "in-force" },
  moves: [
    { measure: "scoreMissingShare", to: "down" },
    { measure: "undecidedPerThousand", to: "down" },
    { measure: "noLineShare", to: "down" },
    { measure: "bookingRate", to: "up" },
  ],
  stays: ["wronglyDeclinedPerThousand", "guaranteeFeesPerCustomer"],
};
