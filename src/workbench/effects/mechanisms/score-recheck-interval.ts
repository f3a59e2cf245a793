import type { Mechanism } from "../mechanism.ts";

const scorecard = "policies.silent-auto-enrolment.procedures.scorecard";

/** The score is checked every month, against every half-year, while it goes wrong in the eighth month. */
export const scoreRecheckInterval: Mechanism = {
  name: "score-recheck-interval",
  title: { en: "how often the score is checked again", zh: "评分复检的频率" },
  claim: { en: "The rarer the check, the longer a faulty score decides", zh: "复检越少，错误评分作决定的时间越长" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 14, "environment.scoreFaults": [{ from: 7, shift: -40 }] },
  off: { [scorecard]: { recheckEveryMonths: 6, alarmPsi: 0.1 } },
  on: { [scorecard]: { recheckEveryMonths: 1, alarmPsi: 0.1 } },
  moves: [{ measure: "scoreAlarmDelay", to: "down" }],
  stays: ["considered", "bookingRate", "wronglyDeclinedPerThousand"],
};
