import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { documentOf, rulesOf } from "../subject.ts";

const opposites = [["freeze", "unfreeze"], ["reduce", "raise"]] as const;

/** Opposite actions that may fire together. */
export const missingExclusive: PolicyLint = {
  of: "policy",
  whole: true,
  code: "missing-exclusive",
  level: "warning",
  title: { en: "opposite actions are not exclusive", zh: "相反的动作未设为互斥" },
  why: { en: "All matching rules of monitoring act. Without an exclusive pair nobody notices when an account is frozen and thawed at once.", zh: "监测中命中的规则都会生效。若未写互斥对，账户同时被冻结与解冻也无人察觉。" },
  wrong: {
    "monitoring.json#/exclusive": [],
    "monitoring.json#/rules/1/event": { type: "unfreeze" },
    "monitoring.json#/rules/1/conditions": { all: [{ fact: "account.daysPastDue", operator: "equal", value: 0 }] },
  },
  right: {
    "monitoring.json#/exclusive": [["freeze", "unfreeze"]],
    "monitoring.json#/rules/1/event": { type: "unfreeze" },
    "monitoring.json#/rules/1/conditions": { all: [{ fact: "account.daysPastDue", operator: "equal", value: 0 }] },
  },
  check: (subject) => {
    const document = documentOf(subject, "monitoring");
    const { exclusive } = subject.policy.decisions.monitoring;
    const used = new Set(rulesOf(subject, "monitoring").map(({ rule }) => rule.event.type));
    return opposites.flatMap(([one, other]) => {
      if (document === undefined || !used.has(one) || !used.has(other) || exclusive.some((pair) => pair.includes(one) && pair.includes(other))) return [];
      return [finding({ document, pointer: "/exclusive" }, { en: `rules may ${quote(one)} and ${quote(other)} at once`, zh: `规则可能同时 ${quote(one)} 与 ${quote(other)}`, hint: { en: `write ["${one}", "${other}"] under \`exclusive\``, zh: `请在 \`exclusive\` 中写 ["${one}", "${other}"]` } })];
    });
  },
};
