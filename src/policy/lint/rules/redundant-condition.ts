import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { groundOf } from "../races.ts";
import { covers, same } from "../spans.ts";
import { below, finding, quote } from "../say.ts";
import { truthOf } from "../truth.ts";

/** A comparison that another one beside it makes needless. */
export const redundantCondition: PolicyLint = {
  of: "policy",
  code: "redundant-condition",
  level: "warning",
  title: { en: "a comparison that another makes needless", zh: "被另一比较涵盖的多余条件" },
  why: {
    en: "Of `score >= 600` and `score >= 640` in an `all` the first decides nothing; in an `any` the second does not. A threshold was forgotten when the other was changed.",
    zh: "在 `all` 中同时写 `score >= 600` 和 `score >= 640` 时前者不起作用，在 `any` 中则是后者。多半是修改阈值时漏改了另一处。",
  },
  wrong: { "limit.json#/rules/1/conditions/all/0": { fact: "bureau.score", operator: "greaterThanInclusive", value: 500 } },
  right: { "limit.json#/rules/1/conditions/all/0": { fact: "bureau.score", operator: "lessThan", value: 640 } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document, file }) => {
      const kind = "all" in node ? "all" : "any";
      const children = "all" in node ? node.all : "any" in node ? node.any : [];
      const truths = children.map((child) => truthOf(child, groundOf(subject, { file })));
      return truths.flatMap((truth, index) => {
        if (truth === undefined || covers(truth.holds, truth.domain) || truth.holds.length === 0) return [];
        const other = truths.findIndex((rival, at) => {
          if (rival === undefined || at === index || rival.fact.name !== truth.fact.name || rival.holds.length === 0) return false;
          if (same(rival.holds, truth.holds) || covers(rival.holds, rival.domain)) return false;
          return kind === "all" ? covers(truth.holds, rival.holds) : covers(rival.holds, truth.holds);
        });
        if (other < 0) return [];
        const { line } = document.place(below(pointer, kind, other));
        return [
          finding({ document, pointer: below(pointer, kind, index) }, {
            en: `the condition on ${quote(truth.fact.name)} on line ${line} makes this one needless`,
            zh: `第 ${line} 行关于 ${quote(truth.fact.name)} 的条件已涵盖此条件`,
            hint: { en: "remove it, or correct the threshold", zh: "请删去，或改正阈值" },
          }),
        ];
      });
    }),
};
