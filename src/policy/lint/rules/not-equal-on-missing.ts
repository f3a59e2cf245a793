import { readOperator } from "../../operators.ts";
import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps, guardsOf, missingGuard } from "../missing.ts";
import { finding, quote } from "../say.ts";

/** `notEqual` and `notIn` of a fact that can be missing: the package says true. */
export const notEqualOnMissing: PolicyLint = {
  of: "policy",
  code: "not-equal-on-missing",
  level: "warning",
  title: { en: "`notEqual` of a fact that can be missing", zh: "对可能缺失的事实使用 notEqual" },
  why: {
    en: "In json-rules-engine a missing value differs from every value, so `notEqual` and `notIn` hold for customers about whom nothing is known.",
    zh: "在 json-rules-engine 中，缺失值与任何值都不相等，因此对一无所知的客户 `notEqual` 与 `notIn` 也成立。",
  },
  wrong: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.openLoans", operator: "notEqual", value: 9 } },
  right: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.openLoans", operator: "lessThan", value: 9 } },
  check: (subject) =>
    allSteps(subject).flatMap((placed) => {
      const { step, document } = placed;
      const { node, nots } = step;
      if (!isLeaf(node)) return [];
      const read = readOperator(node.operator);
      if (read.kind !== "known") return [];
      const odd = (nots + read.decorators.filter((word) => word === "not").length) % 2 === 1;
      const negative = read.base === "notEqual" || read.base === "notIn";
      const positive = read.base === "equal" || read.base === "in";
      if (!((negative && !odd) || (positive && odd)) || missingGuard(subject, node.fact, () => guardsOf(placed))) return [];
      return [
        finding({ document, pointer: step.pointer }, {
          en: `where ${quote(node.fact)} is missing, json-rules-engine says this holds`,
          zh: `${quote(node.fact)} 缺失时，json-rules-engine 判此条件成立`,
          hint: { en: "compare with what is wanted, or first ask whether the data are there", zh: "请与所需的值比较，或先判断数据是否存在" },
        }),
      ];
    }),
};
