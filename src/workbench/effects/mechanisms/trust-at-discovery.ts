import type { Mechanism } from "../mechanism.ts";

/** Customers who find an account nobody asked for leave the shop, against customers who shrug. */
export const trustAtDiscovery: Mechanism = {
  name: "trust-at-discovery",
  title: { en: "trust lost at discovery of an account nobody asked for", zh: "发现未经申请的账户后的信任流失" },
  claim: { en: "Silent accounts cost the shop customers when they are found", zh: "静默账户一经发现，商城便会流失客户" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 18 },
  off: { "assumptions.leaveDiscovery": 0, "assumptions.optOutDiscovery": 0, "assumptions.complaintDiscovery": 0 },
  on: { "assumptions.leaveDiscovery": 0.08 },
  moves: [
    { measure: "leftAfterDiscoveryPerThousand", to: "up" },
    { measure: "salesLostDiscoveryPerCustomer", to: "up" },
    { measure: "unwantedComplaintsPerThousand", to: "up" },
    { measure: "customersStillActive", to: "down" },
    { measure: "marketingContactsPerThousand", to: "down" },
  ],
  stays: ["considered"],
};
