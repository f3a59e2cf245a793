import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { groundOf } from "../races.ts";
import { covers } from "../spans.ts";
import { finding, quote } from "../say.ts";
import { truthOf } from "../truth.ts";

/** A comparison that holds for every value of its fact, or for none. */
export const constantCondition: PolicyLint = {
  of: "policy",
  code: "constant-condition",
  level: "warning",
  title: { en: "a comparison that is always true or never", zh: "恒真或恒假的比较" },
  why: {
    en: "The threshold lies at the end of the fact's domain: `age >= 14` holds for everybody the dictionary allows. Such a condition decides nothing, or makes its rule dead.",
    zh: "阈值位于事实取值范围的端点，如 `age >= 14` 对字典允许的所有人都成立。这样的条件要么不起作用，要么使规则永不命中。",
  },
  wrong: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.age", operator: "lessThan", value: 14 } },
  right: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.age", operator: "lessThan", value: 18 } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document, file }) => {
      // All moments of a decision are often written out on purpose.
      if (!isLeaf(node) || node.fact === "request.moment") return [];
      const truth = truthOf(node, groundOf(subject, { file }));
      if (truth === undefined) return [];
      const never = truth.holds.length === 0;
      if (!never && !covers(truth.holds, truth.domain)) return [];
      const known = truth.fact.nullable ? { en: " where it is known", zh: "（只要其值已知）" } : { en: "", zh: "" };
      return [
        finding({ document, pointer }, {
          en: `this comparison of ${quote(node.fact)} is ${never ? "never" : "always"} true${known.en}`,
          zh: `对 ${quote(node.fact)} 的这一比较恒为${never ? "假" : "真"}${known.zh}`,
          hint: { en: "see the fact's domain in rules/dictionary.json", zh: "请查看 rules/dictionary.json 中该事实的取值范围" },
        }),
      ];
    }),
};
