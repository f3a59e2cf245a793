import type { Mechanism } from "../mechanism.ts";

/** Holders who do not know of their account forget its bills, against holders who forget as others do. */
export const unawareForget: Mechanism = {
  name: "unaware-forget",
  title: { en: "bills of an account that its holder does not know of", zh: "持有人不知情账户的账单" },
  claim: { en: "The unaware default more", zh: "不知情者违约更多" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12 },
  off: { "assumptions.forgetUnaware": 0.022 },
  on: { "assumptions.forgetUnaware": 0.12 },
  moves: [
    { measure: "firstPaymentDefault", to: "up" },
    { measure: "forgettingShare", to: "up" },
    { measure: "rollRate0to1", to: "up" },
    { measure: "lateFeesPaidUnawarePerCustomer", to: "up" },
  ],
  stays: ["bookingRate"],
};
