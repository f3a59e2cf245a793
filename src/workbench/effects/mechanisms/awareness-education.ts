import type { Mechanism } from "../mechanism.ts";

/** Holders told what they hold, by pop-up, guide and with the first statement, against holders told nothing. */
export const awarenessEducation: Mechanism = {
  name: "awareness-education",
  title: { en: "education by pop-up, guide and first statement", zh: "弹窗、指南与首期账单教育" },
  claim: { en: "Telling holders what they hold ends unawareness sooner, and with it bills forgotten; some complain and leave", zh: "告知持有人其账户可更早结束不知情状态、减少忘记还款；部分客户因此投诉或离开" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 18 },
  off: { "policies.silent-auto-enrolment.procedures.education": [] },
  on: { "policies.silent-auto-enrolment.procedures.education": ["pop-up", "guide", "first-statement"] },
  moves: [
    { measure: "meanUnawareMonths", to: "down" },
    { measure: "discoveredPerThousand", to: "up" },
    { measure: "awareShare", to: "up" },
    { measure: "forgettingShare", to: "down" },
    { measure: "lateFeesPaidUnawarePerCustomer", to: "down" },
  ],
  stays: ["considered"],
};
