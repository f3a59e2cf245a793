import type { PolicyLint } from "../lint-rule.ts";
import { factsOfConditions } from "../reads.ts";
import { momentsOf } from "../races.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** Moments at which the customer came for something else. */
const unasked = new Set(["registration", "checkout", "monthly-scan"]);

/** An account opened for somebody who did not ask for it. */
export const enrolsUnasked: PolicyLint = {
  of: "policy",
  whole: true,
  code: "enrols-unasked",
  level: "error",
  title: { en: "an account is opened that nobody asked for", zh: "未经客户申请即开通账户" },
  why: { en: "At registration, at checkout and in a scan the customer came for something else. Without her own act the account rests on silence (Civil Code 140, Consumer Protection Law 9).", zh: "注册、结账或批量扫描时，客户并非为信贷而来。没有她本人的行为，开户便以沉默为据（民法典第一百四十条、消费者权益保护法第九条）。" },
  wrong: { "policy.json#/procedures/enrolment/monthly-scan": { show: "nothing", creditOption: "absent", steps: [], consents: {}, notice: ["processor"], noticeShown: "after", recipientsNamed: false, costTable: { shown: false, confirm: false, readSeconds: 0 }, requiredForShopping: false } },
  right: { "policy.json#/procedures/enrolment/application/creditOption": "unticked" },
  also: ["closing-harder-than-opening"],
  check: (subject) =>
    rulesOf(subject, "enrolment").flatMap((placed) => {
      const { rule, document, pointer } = placed;
      const read = factsOfConditions(placed, subject.policy);
      const moments = momentsOf(subject, placed).filter((moment) => unasked.has(moment) && Object.hasOwn(subject.policy.procedures.enrolment, moment));
      const asked = read.has("request.asked") || read.has("consent.account.act");
      if (rule.event.type !== "enrol" || asked || moments.length === 0) return [];
      return [finding({ document, pointer: `${pointer}/name` }, { en: `${quote(rule.name)} enrols at ${moments.map(quote).join(", ")} without an act of the customer's own`, zh: `${quote(rule.name)} 在 ${moments.map(quote).join("、")} 时点开通，而没有客户本人的行为`, hint: { en: "ask for `request.asked` or `consent.account.act`, or send an invitation", zh: "请检查 `request.asked` 或 `consent.account.act`，或改为发出邀请" } })];
    }),
};
