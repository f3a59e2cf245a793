import { ratio } from "../define.ts";

/**
 * Persons first considered without the score that the rules read ÷ persons considered. No data where nobody was.
 */
export const scoreMissingShare = ratio({
  name: "scoreMissingShare",
  group: "funnel",
  title: { en: "Considered without a score", zh: "无评分的审查占比" },
  numerator: { en: "persons considered without a score", zh: "无评分而被审查的人数" },
  denominator: { en: "persons considered", zh: "被审查的人数" },
  excludes: { en: "those never considered", zh: "从未被审查的客户" },
  of: ({ scores }) => sum(scores.fairness("gender", "considered")) - sum(scores.fairness("gender", "scored")),
  among: ({ scores }) => sum(scores.fairness("gender", "considered")),
  better: "lower",
  matters: 0.01,
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
