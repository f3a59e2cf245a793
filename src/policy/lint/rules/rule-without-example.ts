import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";

/** A rule that no example shows to decide. */
export const ruleWithoutExample: PolicyLint = {
  of: "policy",
  whole: true,
  code: "rule-without-example",
  level: "warning",
  title: { en: "a rule without an example", zh: "规则没有示例" },
  why: { en: "No example would notice if the rule were lost, turned round, or never reached.", zh: "即使该规则丢失、写反或从未触及，也没有示例会察觉。" },
  wrong: { "limit.json#/examples/1/expect": { type: "grant", limitFen: 200000, because: [] } },
  right: { "limit.json#/examples/1/expect": { type: "grant", limitFen: 200000, because: ["LIM-20"] } },
  check: (subject) =>
    subject.rules.flatMap(({ rule, file, document, pointer }) => {
      const shown = file.examples.some(({ expect }) => Array.isArray(expect["because"]) && expect["because"].includes(rule.name));
      if (shown) return [];
      return [finding({ document, pointer: `${pointer}/name` }, { en: `no example has ${quote(rule.name)} decide`, zh: `没有示例由 ${quote(rule.name)} 作出决定`, hint: { en: "add one whose `because` names it", zh: "请添加一个 `because` 中写有它的示例" } })];
    }),
};
