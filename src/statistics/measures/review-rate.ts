import { eventShare } from "../define.ts";

/**
 * Decisions sent to manual review: enrolment decisions sent to manual review ÷ enrolment decisions that decided
 * something. Share. No data where there are none of the latter.
 */
export const reviewRate = eventShare({
  name: "reviewRate",
  group: "funnel",
  title: { en: "Decisions sent to manual review", zh: "转人工审核占比" },
  numerator: { en: "enrolment decisions sent to manual review", zh: "转人工审核的开通决策次数" },
  denominator: { en: "enrolment decisions that decided something", zh: "作出决定的开通决策次数" },
  excludes: { en: "decisions that decided nothing (no-action)", zh: "未作决定的审查（no-action）" },
  of: "reviewed",
  among: "considerations",
  better: "neither",
  matters: 0.01,
});
