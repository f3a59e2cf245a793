import type { Mechanism, Settings } from "../mechanism.ts";

/** One fee for all scores, against fees by score. */
export const gradedPrices: Mechanism = {
  name: "graded-prices",
  title: { en: "prices by grade of score", zh: "按评分等级差异化定价" },
  claim: { en: "Pricing by grade spreads the risk: every grade pays for its own", zh: "按等级定价能分散风险：各等级承担自身风险" },
  basis: "found",
  policy: "silent-auto-enrolment",
  off: fees(65, 65, 65),
  on: fees(50, 65, 95),
  moves: [
    { measure: "meanAllInRate", to: "up" },
    { measure: "instalmentFeesPerCustomer", to: "down" },
    { measure: "raroc", to: "down" },
    { measure: "crossSubsidyShare", to: "up" },
  ],
  stays: ["considered", "approvalRate"],
};

function fees(base: number, middle: number, weak: number): Settings {
  const policy = "policies.silent-auto-enrolment";
  return { [`${policy}.baseFeeBps`]: base, [`${policy}.middleFeeBps`]: middle, [`${policy}.weakFeeBps`]: weak };
}
