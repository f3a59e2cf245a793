import type { Mechanism } from "../mechanism.ts";

/** Holders whose line is nearly in use never ask for more, or often do. */
export const limitRequests: Mechanism = {
  name: "limit-requests",
  title: { en: "higher limits asked for by holders", zh: "持户申请提额" },
  claim: { en: "A holder who may ask need not be raised unasked", zh: "持户可以自行申请，便无须未经同意提额" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  off: { "assumptions.limitRequest": 0 },
  on: { "assumptions.limitRequest": 0.5 },
  moves: [
    { measure: "limitRequestsPerThousand", to: "up" },
    { measure: "limitPerAccount", to: "up" },
  ],
  stays: ["considered", "bookingRate"],
};
