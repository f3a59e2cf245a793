import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** A limit that falls without an explanation or a person to turn to. */
export const unexplainedCut: PolicyLint = {
  of: "policy",
  whole: true,
  code: "unexplained-cut",
  level: "error",
  title: { en: "a limit is cut with no explanation or no person", zh: "降额或冻结而无说明或人工渠道" },
  why: { en: "A decision by machine alone that weighs on a person needs an explanation and a human who can review it (PIPL 24).", zh: "仅由自动化作出且对个人有重大影响的决定，应当予以说明并提供人工复核（个人信息保护法第二十四条）。" },
  wrong: { "policy.json#/procedures/limitChange/explanation": false },
  right: { "policy.json#/procedures/limitChange/explanation": true },
  check: (subject) => {
    const { explanation, humanReview } = subject.policy.procedures.limitChange;
    if (explanation && humanReview) return [];
    const lacking = [...(explanation ? [] : ["explanation"]), ...(humanReview ? [] : ["humanReview"])].map(quote);
    return rulesOf(subject, "monitoring").flatMap(({ rule, document, pointer }) =>
      rule.event.type !== "reduce" && rule.event.type !== "freeze" ? [] : [finding({ document, pointer: `${pointer}/name` }, { en: `${quote(rule.name)} weighs on the customer, and \`procedures.limitChange\` gives no ${lacking.join(", ")}`, zh: `${quote(rule.name)} 对客户影响重大，而 \`procedures.limitChange\` 未提供 ${lacking.join("、")}` })],
    );
  },
};
