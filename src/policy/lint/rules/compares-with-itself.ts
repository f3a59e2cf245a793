import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { factIn } from "../reads.ts";
import { finding, quote } from "../say.ts";

/** A fact compared with itself. */
export const comparesWithItself: PolicyLint = {
  of: "policy",
  code: "compares-with-itself",
  level: "error",
  title: { en: "a fact compared with itself", zh: "事实与自身比较" },
  why: { en: "The answer is the same for everybody; another fact was meant.", zh: "对所有人结果都相同；本想写的是另一个事实。" },
  wrong: { "closure.json#/rules/0/conditions/any/0": { fact: "account.balanceFen", operator: "greaterThan", value: { fact: "account.balanceFen" } } },
  right: { "closure.json#/rules/0/conditions/any/0": { fact: "account.balanceFen", operator: "greaterThan", value: { fact: "account.limitFen" } } },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document }) => {
      if (!isLeaf(node) || !factIn(node.value).includes(node.fact)) return [];
      return [finding({ document, pointer }, { en: `${quote(node.fact)} is compared with itself`, zh: `${quote(node.fact)} 与自身比较` })];
    }),
};
