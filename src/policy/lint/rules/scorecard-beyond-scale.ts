import { scoreFact } from "../../scorecard/index.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { finding } from "../say.ts";

/** A scorecard whose sums leave the scale of the score. */
export const scorecardBeyondScale: PolicyLint = {
  of: "policy",
  code: "scorecard-beyond-scale",
  level: "warning",
  title: { en: "points that add up beyond the scale of the score", zh: "加总分数超出评分刻度" },
  why: { en: "Sums outside the scale are cut to its ends, so those customers can no longer be told apart.", zh: "超出刻度的分数会被截到两端，这些客户就无法区分。" },
  wrong: { "scorecard.json#/basePoints": 800 },
  right: { "scorecard.json#/basePoints": 700 },
  check: ({ policy, documents }) => {
    const document = documents.get("scorecard.json");
    const scale = policy.dictionary.facts.get(scoreFact);
    if (document === undefined || policy.scorecard === undefined || scale?.type !== "integer") return [];
    const { basePoints, characteristics } = policy.scorecard;
    const sum = (choose: (points: readonly number[]) => number): number =>
      characteristics.reduce((total, { bins, missing }) => total + choose([...bins.map(({ points }) => points), ...(typeof missing === "number" ? [missing] : [])]), basePoints);
    const [least, most] = [sum((points) => Math.min(...points)), sum((points) => Math.max(...points))];
    if (least >= scale.min && most <= scale.max) return [];
    return [
      finding({ document, pointer: "/basePoints" }, {
        en: `scores reach from ${least} to ${most}, the scale from ${scale.min} to ${scale.max}`,
        zh: `分数范围为 ${least} 到 ${most}，而刻度为 ${scale.min} 到 ${scale.max}`,
        hint: { en: "move the base points, or make bins worth less", zh: "请调整基础分或减小分箱分值" },
      }),
    ];
  },
};
