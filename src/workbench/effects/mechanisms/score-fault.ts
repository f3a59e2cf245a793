import type { Mechanism } from "../mechanism.ts";

/** From the third month on the score is sixty points too low for women, and lost for one in ten. */
export const scoreFault: Mechanism = {
  name: "score-fault",
  title: { en: "a bug of the score from a month on", zh: "评分自某月起出错" },
  claim: { en: "A bug of the score declines those who would have been approved, and nobody tells them", zh: "评分出错会拒绝本应获批的人，且无人告知" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 12 },
  off: { "environment.scoreFaults": [] },
  on: { "environment.scoreFaults": [{ from: 2, segment: { fact: "customer.gender", equals: "female" }, shift: -60 }, { from: 2, missingShare: 0.1 }] },
  moves: [
    { measure: "wronglyDeclinedPerThousand", to: "up" },
    { measure: "undecidedPerThousand", to: "up" },
    { measure: "bookingRate", to: "down" },
  ],
  stays: ["wronglyApprovedPerThousand"],
};
