import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { below, finding, quote } from "../say.ts";

/** An `any` in an `any`, or an `any` of one: the same without it. */
export const needlessNesting: PolicyLint = {
  of: "policy",
  code: "needless-nesting",
  level: "warning",
  title: { en: "an `any` that could be left out", zh: "多余的 any 嵌套" },
  why: {
    en: "An `any` directly in an `any`, or an `any` of one condition inside an `all`, changes nothing, and hides that the author meant `all` or forgot an alternative.",
    zh: "`any` 直接套在 `any` 中，或 `all` 中只有一个条件的 `any`，都不起作用，反而掩盖了本想写 `all` 或漏写了另一选项。",
  },
  wrong: { "enrolment.json#/rules/0/conditions/all/0": { any: [{ fact: "customer.age", operator: "lessThan", value: 18 }] } },
  right: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.age", operator: "lessThan", value: 18 } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document }) => {
      const children = "all" in node ? node.all : "any" in node ? node.any : [];
      const kind = "all" in node ? "all" : "any";
      return children.flatMap((child, index) => {
        if (!("any" in child) || (kind === "all" && child.any.length !== 1)) return [];
        const at = below(pointer, kind, index);
        const single = child.any.length === 1;
        return [
          finding({ document, pointer: at }, {
            en: single ? "an `any` of one condition is that condition" : `this ${quote("any")} stands in an ${quote("any")} and adds nothing`,
            zh: single ? "只有一个条件的 `any` 等同于该条件" : "该 `any` 套在 `any` 中，不起作用",
            hint: { en: "leave it out, or add the alternative that is missing", zh: "请删去，或补上遗漏的另一选项" },
            ...(single ? { repair: { kind: "lift", pointer: at, part: below(at, "any", 0) } as const } : {}),
          }),
        ];
      });
    }),
};
