import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";

/** A rule that says nowhere why it exists. */
export const ruleWithoutWhy: PolicyLint = {
  of: "policy",
  code: "rule-without-why",
  level: "warning",
  title: { en: "a rule without a why", zh: "规则没有说明缘由" },
  why: { en: "Whoever changes the rule later, or explains it to a customer or an auditor, needs the reason; it also stands in explanations and reports.", zh: "日后修改规则的人，或要向客户、审计解释的人，都需要知道缘由；它也会出现在说明与报告中。" },
  wrong: { "limit.json#/rules/1/why": undefined },
  right: { "limit.json#/rules/1/why": { en: "A fair score carries a small line.", zh: "评分一般者给予小额度。" } },
  check: (subject) =>
    subject.rules.flatMap(({ rule, document, pointer }) =>
      rule.why === undefined ? [finding({ document, pointer: `${pointer}/name` }, { en: `${quote(rule.name)} does not say why it exists`, zh: `${quote(rule.name)} 没有说明缘由`, hint: { en: "add `why` in both languages", zh: "请加上中英文的 `why`" } })] : [],
    ),
};
