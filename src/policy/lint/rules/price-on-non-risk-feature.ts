import type { PolicyLint } from "../lint-rule.ts";
import { factsOfRule } from "../reads.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** A price that rests on what is no risk. */
export const priceOnNonRiskFeature: PolicyLint = {
  of: "policy",
  code: "price-on-non-risk-feature",
  level: "error",
  title: { en: "a price rests on what is no risk factor", zh: "价格取决于非风险因素" },
  why: { en: "Different prices for the same risk are unreasonable differential treatment (PIPL 24, Algorithmic Recommendation Rules 21).", zh: "同样风险而价格不同，属于不合理的差别待遇（个人信息保护法第二十四条、算法推荐管理规定第二十一条）。" },
  wrong: { "pricing.json#/rules/0/conditions": { all: [{ fact: "shop.memberTier", operator: "equal", value: "gold" }] } },
  right: { "pricing.json#/rules/0/conditions": { all: [{ fact: "account.daysPastDue", operator: "equal", value: 0 }] } },
  check: (subject) =>
    rulesOf(subject, "pricing").flatMap((placed) =>
      [...factsOfRule(placed, subject.policy)].flatMap((name) => {
        const fact = subject.policy.dictionary.facts.get(name);
        if (fact === undefined || fact.riskFactor || /^(?:request|consent|param|derived|account)\./u.test(name)) return [];
        return [finding({ document: placed.document, pointer: `${placed.pointer}/name` }, { en: `the price of ${quote(placed.rule.name)} rests on ${quote(name)}, which is no risk factor`, zh: `${quote(placed.rule.name)} 的价格取决于 ${quote(name)}，而它不是风险因素` })];
      }),
    ),
};
