import type { Mechanism } from "../mechanism.ts";

/** A festival in the second month: twice the purchases, and baskets on credit half as large again. */
export const festivals: Mechanism = {
  name: "festivals",
  title: { en: "surge of a shopping festival", zh: "购物节高峰" },
  claim: { en: "A festival fills baskets, and more so those on credit", zh: "购物节推高消费，赊购尤甚" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 6, "policies.silent-auto-enrolment.procedures.enrolment.checkout": null },
  off: { "environment.festivals": [] },
  on: { "environment.festivals": [{ month: 2, factor: 2, creditFactor: 1.5 }] },
  moves: [
    { measure: "salesPerCustomer", to: "up" },
    { measure: "creditShareOfSales", to: "up" },
  ],
  stays: ["considered", "bookingRate"],
};
