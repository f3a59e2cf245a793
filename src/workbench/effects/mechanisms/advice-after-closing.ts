import type { Mechanism } from "../mechanism.ts";

/** Advice on debt to whoever closes, against none; shown where many close and come back. */
export const adviceAfterClosing: Mechanism = {
  name: "advice-after-closing",
  title: { en: "advice after closing", zh: "关闭后的债务咨询" },
  claim: { en: "Who is advised on closing is slower to borrow again, and borrows less", zh: "关闭时获得咨询者更少再次借款，借款也更少" },
  basis: "assumed",
  policy: "consent-first",
  common: { "population.customers": 1200, "assumptions.closeBase": 0.06, "assumptions.applicationHazard": 0.08, "assumptions.overborrowing": 1 },
  off: {},
  on: { "policies.consent-first.procedures.counsel": { afterClosing: true } },
  moves: [
    { measure: "advisedPerThousand", to: "up" },
    { measure: "reapplicationsPerThousand", to: "down" },
  ],
  stays: ["considered", "creditRepairsPerThousand"],
};
