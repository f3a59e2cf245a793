import type { PolicyLint } from "../lint-rule.ts";
import { groundOf } from "../races.ts";
import { intersect } from "../spans.ts";
import { finding, quote } from "../say.ts";
import { truthOf, type Truth } from "../truth.ts";

/** An `all` that nobody meets: two comparisons of one fact that exclude each other. */
export const contradiction: PolicyLint = {
  of: "policy",
  code: "contradiction",
  level: "error",
  title: { en: "conditions that exclude each other", zh: "条件相互矛盾" },
  why: {
    en: "No value meets both comparisons, so the rule never matches anybody: `age < 18` and `age > 20`.",
    zh: "没有任何取值同时满足这些比较，该规则永远不会命中任何人，如 `age < 18` 且 `age > 20`。",
  },
  wrong: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.score", operator: "greaterThan", value: 700 } },
  right: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.score", operator: "greaterThanInclusive", value: 600 } },
  check: (subject) =>
    subject.rules.flatMap((placed) => {
      const met = new Map<string, Truth>();
      return placed.needs.flatMap(({ node, pointer }) => {
        const truth = truthOf(node, groundOf(subject, placed));
        if (truth === undefined || truth.holds.length === 0) return [];
        const { name } = truth.fact;
        const before = met.get(name);
        const left = before === undefined ? truth.holds : intersect(before.holds, truth.holds);
        if (left.length > 0) met.set(name, { ...truth, holds: left });
        if (left.length > 0) return [];
        return [
          finding({ document: placed.document, pointer }, {
            en: `nobody meets this and the other conditions on ${quote(name)}: rule ${quote(placed.rule.name)} never matches`,
            zh: `没有人能同时满足此条件与其他关于 ${quote(name)} 的条件：规则 ${quote(placed.rule.name)} 永不命中`,
            hint: { en: "is the comparison the wrong way round, or an `any` meant?", zh: "是否比较方向写反，或本想用 `any`？" },
          }),
        ];
      });
    }),
};
