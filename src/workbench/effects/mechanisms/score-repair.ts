import type { Mechanism, Settings } from "../mechanism.ts";

const policy = "silent-auto-enrolment";
const scorecard = `policies.${policy}.procedures.scorecard`;
const check = { recheckEveryMonths: 3, alarmPsi: 0.1 };
const fault = (shift: number): Settings => ({ months: 14, passes: 3, "environment.scoreFaults": [{ from: 5, shift }] });

/** What follows an alarm of the score, against an alarm that nothing follows. */
export const scoreRepairs: readonly Mechanism[] = [
  {
    name: "score-repair-old-card",
    title: { en: "back to the old card a month after the alarm", zh: "报警一个月后恢复原评分" },
    claim: { en: "An alarm that is followed by a repair ends the wrong declines; one that nothing follows only knows of them", zh: "报警后修复，误拒随之终止；只报警不修复，则仅仅知情" },
    basis: "found",
    policy,
    common: fault(-60),
    off: { [scorecard]: check },
    on: { [scorecard]: { ...check, onAlarm: { do: "old-card", afterMonths: 1 } } },
    moves: [{ measure: "scorePsi", to: "down" }, { measure: "wronglyDeclinedPerThousand", to: "down" }],
    stays: ["scoreAlarmDelay"],
  },
  {
    name: "score-repair-raised-cut-off",
    title: { en: "cut-offs sixty points higher after the alarm", zh: "报警后准入线抬高六十分" },
    claim: { en: "Where a faulty score is too kind, a higher cut-off keeps out those it would let in", zh: "评分偏松时，抬高准入线可拦住本会误准入的客户" },
    basis: "found",
    policy,
    common: fault(60),
    off: { [scorecard]: check },
    on: { [scorecard]: { ...check, onAlarm: { do: "raised-cut-off", afterMonths: 0, points: 60 } } },
    moves: [{ measure: "wronglyApprovedPerThousand", to: "down" }, { measure: "enrolledShare", to: "down" }],
    stays: ["scoreAlarmDelay"],
  },
  {
    name: "score-repair-manual-review",
    title: { en: "a person looks at each opening after the alarm", zh: "报警后每次开通交人工审核" },
    claim: { en: "Until the score is trusted again, people decide: slower, dearer and fewer", zh: "评分恢复可信之前由人工决定：更慢、更贵、更少" },
    basis: "found",
    policy,
    common: { ...fault(60), "lender.review": { costFen: 3000, errorApprove: 0.05, errorDecline: 0.05 } },
    off: { [scorecard]: check },
    on: { [scorecard]: { ...check, onAlarm: { do: "manual-review", afterMonths: 0 } } },
    moves: [{ measure: "reviewRate", to: "up" }, { measure: "reviewCostPerAccount", to: "up" }, { measure: "enrolledShare", to: "down" }],
    stays: ["scoreAlarmDelay"],
  },
];
