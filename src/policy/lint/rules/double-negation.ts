import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { below, finding } from "../say.ts";

/** `not` of `not`. */
export const doubleNegation: PolicyLint = {
  of: "policy",
  code: "double-negation",
  level: "warning",
  title: { en: "a `not` of a `not`", zh: "双重否定" },
  why: {
    en: "Two negations cancel out; whoever reads them makes a mistake sooner or later. `--fix` takes both away.",
    zh: "两个否定相互抵消，读者迟早会看错。`--fix` 会一并去掉。",
  },
  wrong: { "enrolment.json#/rules/0/conditions/all/0": { not: { not: { fact: "customer.age", operator: "lessThan", value: 18 } } } },
  right: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.age", operator: "lessThan", value: 18 } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document }) => {
      if (!("not" in node) || !("not" in node.not)) return [];
      return [
        finding({ document, pointer }, {
          en: "two negations cancel out",
          zh: "两个否定相互抵消",
          hint: { en: "leave both out", zh: "请把两个都去掉" },
          repair: { kind: "lift", pointer, part: below(pointer, "not", "not") },
        }),
      ];
    }),
};
