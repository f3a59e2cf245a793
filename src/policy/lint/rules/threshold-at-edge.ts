import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { groundOf } from "../races.ts";
import { finding, quote } from "../say.ts";
import { truthOf, valueAtPosition } from "../truth.ts";

/** An ordering that a single value at the end of the domain meets. */
export const thresholdAtEdge: PolicyLint = {
  of: "policy",
  code: "threshold-at-edge",
  level: "warning",
  title: { en: "a threshold at the edge of the domain", zh: "阈值位于取值范围边缘" },
  why: {
    en: "`score <= 300` on a scale that begins at 300 holds for one value only. If that is meant, `equal` says so; mostly the comparison is the wrong way round.",
    zh: "在从 300 起的评分上写 `score <= 300`，只有一个取值能满足。若确有此意请用 `equal`；多半是比较方向写反。",
  },
  wrong: { "closure.json#/rules/0/conditions/any/0": { fact: "account.balanceFen", operator: "lessThanInclusive", value: 0 } },
  right: { "closure.json#/rules/0/conditions/any/0": { fact: "account.balanceFen", operator: "greaterThan", value: 0 } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document, file }) => {
      const ordered = isLeaf(node) && /^(?:less|greater)Than/u.test(node.operator);
      const truth = ordered ? truthOf(node, groundOf(subject, { file })) : undefined;
      const [first, ...more] = truth?.holds ?? [];
      const wide = truth?.domain.some(([low, high]) => high - low > 1) ?? false;
      if (truth === undefined || first === undefined || more.length > 0 || first[0] !== first[1] || !wide) return [];
      const value = valueAtPosition(truth.fact, first[0]);
      return [
        finding({ document, pointer }, {
          en: `only ${quote(value)}, the end of the domain of ${quote(truth.fact.name)}, meets this`,
          zh: `只有 ${quote(truth.fact.name)} 取值范围的端点 ${quote(value)} 满足此条件`,
          hint: { en: "write `equal`, or turn the comparison round", zh: "请写 `equal`，或调转比较方向" },
        }),
      ];
    }),
};
