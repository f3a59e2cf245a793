import type { Mechanism } from "../mechanism.ts";

/** Limits raised at a review without asking, or offered to the holder. */
export const limitOffers: Mechanism = {
  name: "limit-offers",
  title: { en: "periodic changes of limits: made, or offered", zh: "定期调额：直接生效或以邀约方式" },
  claim: { en: "A review that offers what it would have raised leaves the choice to the holder", zh: "定期复核改为邀约，是否提额由持户决定" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: { "policies.silent-auto-enrolment.procedures.limitChange.raise": "automatic" },
  on: { "policies.silent-auto-enrolment.procedures.limitChange.raise": "offer" },
  moves: [
    { measure: "raisesImposedPerThousand", to: "down" },
    { measure: "raisesOfferedPerThousand", to: "up" },
  ],
  stays: ["considered", "approvalRate"],
};
