import { eventShare } from "../define.ts";

/**
 * Decisions that decline: enrolment decisions that decline ÷ enrolment decisions that decided something. Share. No
 * data where there are none of the latter.
 */
export const declineRate = eventShare({
  name: "declineRate",
  group: "funnel",
  title: { en: "Decisions that decline", zh: "拒绝决定占比" },
  numerator: { en: "enrolment decisions that decline", zh: "开通决策中的拒绝次数" },
  denominator: { en: "enrolment decisions that decided something", zh: "作出决定的开通决策次数" },
  excludes: { en: "decisions that decided nothing (no-action)", zh: "未作决定的审查（no-action）" },
  of: "declined",
  among: "considerations",
  better: "neither",
  matters: 0.01,
});
