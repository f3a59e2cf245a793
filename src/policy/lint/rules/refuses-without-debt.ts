import { groundOf } from "../races.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";
import { boundsOf, type Truth } from "../truth.ts";

/** What justifies a refusal: a debt, a dispute, a suspicion of fraud. */
const grounds = ["account.balanceFen", "account.overdueFen", "account.instalmentsOutstandingFen", "account.daysPastDue", "account.creditInUse", "account.disputeOpen", "account.fraudHold"];

/** A refusal to close for those who owe nothing. */
export const refusesWithoutDebt: PolicyLint = {
  of: "policy",
  code: "refuses-without-debt",
  level: "error",
  title: { en: "closing is refused to those who owe nothing", zh: "对无欠款者拒绝关闭" },
  why: { en: "Only a debt, a dispute or a suspicion of fraud justifies a refusal (E-Commerce Law 24, Consumer Protection Law 9).", zh: "只有欠款、争议或欺诈嫌疑才能作为拒绝的理由（电子商务法第二十四条、消费者权益保护法第九条）。" },
  wrong: { "closure.json#/rules/2/conditions": { all: [{ fact: "account.monthsOnBook", operator: "lessThan", value: 6 }] } },
  right: { "closure.json#/rules/2/conditions": { all: [{ fact: "account.disputeOpen", operator: "equal", value: true }] } },
  check: (subject) =>
    rulesOf(subject, "closure").flatMap((placed) => {
      const { rule, document, pointer } = placed;
      const bounds = boundsOf(placed.needs, groundOf(subject, placed));
      const justified = grounds.some((name) => excludesNothing(bounds.get(name)));
      if (rule.event.type !== "refuse" || justified) return [];
      return [finding({ document, pointer: `${pointer}/name` }, { en: `${quote(rule.name)} may refuse somebody who owes nothing, with no dispute and no suspicion of fraud`, zh: `${quote(rule.name)} 可能拒绝既无欠款、也无争议或欺诈嫌疑的客户`, hint: { en: "require `account.balanceFen` above 0", zh: "请要求 `account.balanceFen` 大于 0" } })];
    }),
};

/** Whether the rule leaves out a balance of 0, or `false`. */
function excludesNothing(truth: Truth | undefined): boolean {
  return truth !== undefined && !truth.holds.some(([low, high]) => low <= 0 && 0 <= high);
}
