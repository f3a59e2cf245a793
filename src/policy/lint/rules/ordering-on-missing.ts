import { readOperator } from "../../operators.ts";
import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps, guardsOf, missingGuard } from "../missing.ts";
import { finding, quote } from "../say.ts";

const ordered = new Set(["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"]);

/** `not` over an ordering of a fact that can be missing: the package then says true. */
export const orderingOnMissing: PolicyLint = {
  of: "policy",
  code: "ordering-on-missing",
  level: "warning",
  title: { en: "a negated ordering of a fact that can be missing", zh: "对可能缺失的事实的大小比较取反" },
  why: {
    en: "json-rules-engine calls every ordering of a missing value false, so its negation is true: a customer without a score counts as one with a good score. The bench calls it undecided instead, and the two part ways.",
    zh: "json-rules-engine 对缺失值的大小比较一律为假，取反后即为真：没有评分的客户会被当作评分良好。测试台则视为无法判定，两者结论不同。",
  },
  wrong: { "limit.json#/rules/1/conditions/all/1": { not: { fact: "bureau.openLoans", operator: "greaterThan", value: 9 } } },
  right: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.openLoans", operator: "lessThanInclusive", value: 9 } },
  check: (subject) =>
    allSteps(subject).flatMap((placed) => {
      const { step, document } = placed;
      const { node, nots } = step;
      if (!isLeaf(node)) return [];
      const read = readOperator(node.operator);
      if (read.kind !== "known" || !ordered.has(read.base)) return [];
      const negated = (nots + read.decorators.filter((word) => word === "not").length) % 2 === 1;
      if (!negated || missingGuard(subject, node.fact, () => guardsOf(placed))) return [];
      return [
        finding({ document, pointer: step.pointer }, {
          en: `where ${quote(node.fact)} is missing, json-rules-engine makes this ${quote(node.operator)} false and its negation true`,
          zh: `${quote(node.fact)} 缺失时，json-rules-engine 判 ${quote(node.operator)} 为假，取反后为真`,
          hint: { en: "write the opposite comparison without `not`, or first ask whether the data are there", zh: "请改用相反的比较而不用 `not`，或先判断数据是否存在" },
        }),
      ];
    }),
};
