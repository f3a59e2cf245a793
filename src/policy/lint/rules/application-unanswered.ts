import type { PolicyLint } from "../lint-rule.ts";
import { finding } from "../say.ts";
import { documentOf } from "../subject.ts";

/** Applicants whom no rule fits and who are told nothing. */
export const applicationUnanswered: PolicyLint = {
  of: "policy",
  whole: true,
  code: "application-unanswered",
  level: "warning",
  title: { en: "an application that may stay without an answer", zh: "申请可能得不到答复" },
  why: { en: "Whoever applies is owed an answer and its reason; where no rule matches, `no-action` gives neither.", zh: "提出申请的客户应当得到答复及理由；没有规则命中时，`no-action` 两者皆无。" },
  wrong: { "enrolment.json#/otherwise/application": { type: "no-action" } },
  right: { "enrolment.json#/otherwise/application": { type: "decline", params: { reason: "score-too-low" } } },
  also: ["unused-reason"],
  check: (subject) => {
    const { otherwise } = subject.policy.decisions.enrolment;
    const document = documentOf(subject, "enrolment");
    if (document === undefined || subject.policy.procedures.enrolment.application === undefined || otherwise.application?.type !== "no-action") return [];
    return [finding({ document, pointer: "/otherwise/application" }, { en: "an applicant whom no rule fits gets no answer and no reason", zh: "没有规则适用的申请人得不到答复和理由", hint: { en: "decline with a reason, or send the case to a person", zh: "请写明原因予以拒绝，或转人工处理" } })];
  },
};
