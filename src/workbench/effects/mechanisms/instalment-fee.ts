import type { Mechanism, Settings } from "../mechanism.ts";

/** The fees of the shipped policy, against fees of twice the size. */
export const instalmentFee: Mechanism = {
  name: "instalment-fee",
  title: { en: "instalment fee, and the all-in annual rate by internal rate of return", zh: "分期费率与按内部收益率计算的综合年化成本" },
  claim: { en: "A small monthly fee is a high annual rate, and passes the cap before it looks dear", zh: "看似不高的月费率折合年化很高，尚未显贵便已超过上限" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 12 },
  off: fees(50, 65, 95),
  on: fees(100, 130, 150),
  moves: [
    { measure: "medianAllInRate", to: "up" },
    { measure: "meanAllInRate", to: "up" },
    { measure: "plansAboveCapShare", to: "up" },
    { measure: "revenueFromInstalmentsShare", to: "up" },
    { measure: "lawRulesMatched", to: "up" },
  ],
  stays: ["considered", "approvalRate"],
};

function fees(base: number, middle: number, weak: number): Settings {
  const policy = "policies.silent-auto-enrolment";
  return { [`${policy}.baseFeeBps`]: base, [`${policy}.middleFeeBps`]: middle, [`${policy}.weakFeeBps`]: weak };
}
