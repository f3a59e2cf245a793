import { decisionNames } from "../../policy.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";
import { documentOf } from "../subject.ts";

const grants = new Set(["enrol", "raise", "unfreeze"]);

/** Credit for those of whom no rule says anything. */
export const otherwiseGrants: PolicyLint = {
  of: "policy",
  code: "otherwise-grants",
  level: "error",
  title: { en: "credit where no rule matches or data are missing", zh: "无规则命中或数据缺失时给予信贷" },
  why: { en: "A policy that grants by default fails open: every gap in its rules, and every missing fact, hands out credit.", zh: "默认给予信贷的政策会“失守”：规则的每个空档和每项缺失数据都会放出信贷。" },
  wrong: { "enrolment.json#/onMissing": { type: "enrol" } },
  right: { "enrolment.json#/onMissing": { type: "review", params: { queue: "thin-files" } } },
  check: (subject) =>
    decisionNames.flatMap((decision) => {
      const document = documentOf(subject, decision);
      const { otherwise, onMissing } = subject.policy.decisions[decision];
      const outcomes = [...Object.entries(otherwise).map(([moment, event]) => ({ pointer: below("/otherwise", moment), event })), { pointer: "/onMissing", event: onMissing }];
      return outcomes.flatMap(({ pointer, event }) =>
        document === undefined || !grants.has(event.type) ? [] : [finding({ document, pointer }, { en: `${quote(event.type)} is given to those of whom no rule decides anything`, zh: `没有规则作出决定的客户会得到 ${quote(event.type)}`, hint: { en: "let a rule grant, and decline or review here", zh: "请由规则给予，此处改为拒绝或转人工" } })],
      );
    }),
};
