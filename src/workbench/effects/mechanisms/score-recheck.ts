import type { Mechanism } from "../mechanism.ts";

const policy = "policies.silent-auto-enrolment";

/** The score is checked again every quarter while it goes wrong from the seventh month on, against a check that tolerates everything. */
export const scoreRecheck: Mechanism = {
  name: "score-recheck",
  title: { en: "periodic re-check of the score", zh: "评分定期复检" },
  claim: { en: "A quarterly check finds a drifting score within a quarter", zh: "按季复检可在一个季度内发现评分偏移" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 13, "environment.scoreFaults": [{ from: 7, shift: -40 }] },
  off: { [`${policy}.procedures.scorecard`]: { recheckEveryMonths: 3, alarmPsi: 10 } },
  on: { [`${policy}.procedures.scorecard`]: { recheckEveryMonths: 3, alarmPsi: 0.1 } },
  moves: [{ measure: "scoreAlarms", to: "up" }],
  stays: ["considered", "bookingRate", "scorePsi", "balancePerAccount"],
};
