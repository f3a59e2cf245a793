import { canonical } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { below, finding } from "../say.ts";

/** One condition twice in an `all` or `any`. */
export const repeatedCondition: PolicyLint = {
  of: "policy",
  code: "repeated-condition",
  level: "warning",
  title: { en: "one condition twice in an `all` or `any`", zh: "同一 all 或 any 中条件重复" },
  why: {
    en: "The second does nothing; mostly another fact or threshold was meant. `--fix` removes it.",
    zh: "第二个不起作用；多半本想写另一个事实或阈值。`--fix` 会将其删除。",
  },
  wrong: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.score", operator: "lessThan", value: 640 } },
  right: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.score", operator: "greaterThanInclusive", value: 600 } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document }) => {
      const [kind, children] = "all" in node ? (["all", node.all] as const) : "any" in node ? (["any", node.any] as const) : (["any", []] as const);
      const seen = new Map<string, number>();
      return children.flatMap((child, index) => {
        const text = canonical(child);
        const first = seen.get(text);
        if (first === undefined) {
          seen.set(text, index);
          return [];
        }
        const at = below(pointer, kind, index);
        const { line } = document.place(below(pointer, kind, first));
        return [
          finding({ document, pointer: at }, {
            en: `this condition stands in the same \`${kind}\` already, on line ${line}`,
            zh: `该条件在同一 \`${kind}\` 中已出现（第 ${line} 行）`,
            hint: { en: "remove it, or write the fact that was meant", zh: "请删去，或改为本来要写的事实" },
            repair: { kind: "remove", pointer: at },
          }),
        ];
      });
    }),
};
