import type { Mechanism } from "../mechanism.ts";

/** A new policy reaches a fifth of the customers, or four fifths. */
export const rollOut: Mechanism = {
  name: "roll-out",
  title: { en: "a policy rolled out to a share of customers", zh: "政策按客户比例逐步推行" },
  claim: { en: "What a policy does shows in proportion to those it reaches", zh: "政策的作用与其覆盖的客户成比例" },
  basis: "found",
  policy: "consent-first",
  common: { months: 12 },
  off: { switch: { month: 3, shareBps: 2000 } },
  on: { switch: { month: 3, shareBps: 8000 } },
  moves: [
    { measure: "bookedByApplicationShare", to: "up" },
    { measure: "marketingContactsPerThousand", to: "down" },
    { measure: "violationsCritical", to: "down" },
  ],
  stays: ["bookedByInvitationShare"],
};
