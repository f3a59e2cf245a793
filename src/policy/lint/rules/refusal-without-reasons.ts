import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** Closing is refused, and the procedure gives no reasons. */
export const refusalWithoutReasons: PolicyLint = {
  of: "policy",
  whole: true,
  code: "refusal-without-reasons",
  level: "error",
  title: { en: "a closing is refused without telling why", zh: "拒绝关闭而不说明理由" },
  why: { en: "Whoever refuses a person's request owes her the reason (PIPL 50). The rule has one; the procedure does not pass it on.", zh: "拒绝个人的请求应当说明理由（个人信息保护法第五十条）。规则写有原因，流程却不告知客户。" },
  wrong: { "policy.json#/procedures/closure/reasonsGiven": false },
  right: { "policy.json#/procedures/closure/reasonsGiven": true },
  check: (subject) =>
    rulesOf(subject, "closure").flatMap(({ rule, document, pointer }) =>
      rule.event.type !== "refuse" || subject.policy.procedures.closure.reasonsGiven ? [] : [finding({ document, pointer: `${pointer}/name` }, { en: `${quote(rule.name)} refuses, and \`procedures.closure.reasonsGiven\` is false`, zh: `${quote(rule.name)} 拒绝关闭，而 \`procedures.closure.reasonsGiven\` 为 false` })],
    ),
};
