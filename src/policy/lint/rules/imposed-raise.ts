import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** A limit that rises without the customer. */
export const imposedRaise: PolicyLint = {
  of: "policy",
  whole: true,
  code: "imposed-raise",
  level: "error",
  title: { en: "a limit is raised without asking the customer", zh: "未征得客户同意即提额" },
  why: { en: "More credit is an offer, not a gift: it takes effect when she accepts (Consumer Protection Law 9, Civil Code 140).", zh: "更多信贷是邀约而非赠予，应在客户接受后生效（消费者权益保护法第九条、民法典第一百四十条）。" },
  wrong: { "monitoring.json#/rules/2/event/params/asOffer": false },
  right: { "monitoring.json#/rules/2/event/params/asOffer": true },
  check: (subject) =>
    rulesOf(subject, "monitoring").flatMap(({ rule, document, pointer }) => {
      const said = rule.event.params?.["asOffer"];
      const imposed = said === undefined ? subject.policy.procedures.limitChange.raise === "automatic" : said === false;
      if (rule.event.type !== "raise" || !imposed) return [];
      return [finding({ document, pointer: `${pointer}/event` }, { en: said === false ? `${quote(rule.name)} raises the limit without asking` : `${quote(rule.name)} does not say \`asOffer\`, and the procedure raises automatically`, zh: said === false ? `${quote(rule.name)} 不经询问即提额` : `${quote(rule.name)} 未写 \`asOffer\`，而流程规定自动提额`, hint: { en: 'write "asOffer": true', zh: '请写 "asOffer": true' } })];
    }),
};
