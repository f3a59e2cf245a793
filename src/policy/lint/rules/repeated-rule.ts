import { canonical } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";

/** Two rules of one file that say the same. */
export const repeatedRule: PolicyLint = {
  of: "policy",
  code: "repeated-rule",
  level: "warning",
  title: { en: "two rules that say the same", zh: "两条规则内容相同" },
  why: { en: "A copy was made and not changed, or one of the two will be forgotten at the next change.", zh: "多半是复制后忘了修改，或下次修改时会漏掉其中一条。" },
  wrong: { "monitoring.json#/rules/1/event": { type: "freeze" }, "monitoring.json#/rules/1/conditions": { all: [{ fact: "account.daysPastDue", operator: "greaterThan", value: 30 }] } },
  right: { "monitoring.json#/rules/1/event": { type: "alert", params: { level: "high" } } },
  check: (subject) => {
    const seen = new Map<string, string>();
    return subject.rules.flatMap(({ rule, file, document, pointer }) => {
      const text = `${file.decision} ${canonical(rule.conditions)} => ${JSON.stringify(rule.event)}`;
      const first = seen.get(text);
      if (first === undefined) {
        seen.set(text, rule.name);
        return [];
      }
      return [finding({ document, pointer: `${pointer}/name` }, { en: `${quote(rule.name)} says the same as ${quote(first)}`, zh: `${quote(rule.name)} 与 ${quote(first)} 内容相同`, hint: { en: "remove one, or finish the change", zh: "请删去一条，或完成修改" } })];
    });
  },
};
