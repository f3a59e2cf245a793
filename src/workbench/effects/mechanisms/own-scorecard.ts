import type { Mechanism } from "../mechanism.ts";

const policy = "policies.silent-auto-enrolment";

/** The policy's own scorecard in force, against the score that customers come with. */
export const ownScorecard: Mechanism = {
  name: "own-scorecard",
  title: { en: "a scorecard of the policy's own", zh: "政策自带评分卡" },
  claim: { en: "A scorecard that reads bank records reads them for the law, too", zh: "评分卡读取银行流水，在法规眼中同样是读取" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 15, "population.customers": 1500, [`${policy}.rules.MON-12`]: "off" },
  off: {},
  on: { [`${policy}.scorecard.status`]: "in-force" },
  moves: [
    { measure: "scoreMissingShare", to: "down" },
    { measure: "scoreCalibrationSlope", to: "up" },
  ],
  stays: ["considered"],
};
