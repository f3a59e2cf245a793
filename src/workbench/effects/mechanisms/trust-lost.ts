import type { Mechanism } from "../mechanism.ts";

/** Finding out costs nobody, or a fifth of those who find out leave. */
export const trustLost: Mechanism = {
  name: "trust-lost",
  title: { en: "trust lost at discovery of an account nobody asked for", zh: "发现未曾申请的账户后失去的信任" },
  claim: { en: "Who finds out about a silent account may leave for good", zh: "发现被静默开户的客户可能就此离开" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  off: { "assumptions.leaveDiscovery": 0 },
  on: { "assumptions.leaveDiscovery": 0.2 },
  moves: [
    { measure: "leftAfterDiscoveryPerThousand", to: "up" },
    { measure: "customersStillActive", to: "down" },
    { measure: "salesPerCustomer", to: "down" },
  ],
  stays: ["salesWithoutCreditPerCustomer"],
};
