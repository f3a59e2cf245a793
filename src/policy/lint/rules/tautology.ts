import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { groundOf } from "../races.ts";
import { covers, union } from "../spans.ts";
import { finding, quote } from "../say.ts";
import { truthOf, type Truth } from "../truth.ts";

/** An `any` that everybody meets. */
export const tautology: PolicyLint = {
  of: "policy",
  code: "tautology",
  level: "warning",
  title: { en: "an `any` that always holds", zh: "恒成立的 any" },
  why: {
    en: "Its comparisons of one fact leave no value out: `age < 30` or `age >= 18`. Either `all` was meant or a comparison is the wrong way round.",
    zh: "对同一事实的各项比较覆盖了全部取值，如 `age < 30` 或 `age >= 18`。多半本想写 `all`，或比较方向写反。",
  },
  wrong: { "closure.json#/rules/0/conditions": { any: [{ fact: "account.daysPastDue", operator: "greaterThan", value: 0 }, { fact: "account.daysPastDue", operator: "lessThan", value: 30 }] } },
  right: { "closure.json#/rules/0/conditions": { all: [{ fact: "account.daysPastDue", operator: "greaterThan", value: 0 }, { fact: "account.daysPastDue", operator: "lessThan", value: 30 }] } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document, file }) => {
      if (!("any" in node) || node.any.length < 2) return [];
      const sets = new Map<string, Truth>();
      for (const child of node.any) {
        const truth = isLeaf(child) ? truthOf(child, groundOf(subject, { file })) : undefined;
        if (truth === undefined || covers(truth.holds, truth.domain)) continue;
        const before = sets.get(truth.fact.name);
        sets.set(truth.fact.name, before === undefined ? truth : { ...truth, holds: union(before.holds, truth.holds) });
      }
      const full = [...sets.values()].find(({ holds, domain }) => covers(holds, domain));
      if (full === undefined) return [];
      const but = full.fact.nullable ? { en: " wherever it is known", zh: "（只要其值已知）" } : { en: "", zh: "" };
      return [
        finding({ document, pointer }, {
          en: `this \`any\` always holds${but.en}: its conditions on ${quote(full.fact.name)} leave no value out`,
          zh: `该 \`any\` 恒成立${but.zh}：其中关于 ${quote(full.fact.name)} 的条件覆盖了所有取值`,
          hint: { en: "is `all` meant?", zh: "是否本想写 `all`？" },
        }),
      ];
    }),
};
