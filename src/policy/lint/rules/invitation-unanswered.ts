import type { PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** Invitations without a moment at which they are answered. */
export const invitationUnanswered: PolicyLint = {
  of: "policy",
  whole: true,
  code: "invitation-unanswered",
  level: "error",
  title: { en: "an invitation that nobody can accept", zh: "无人能够接受的邀请" },
  why: { en: "Whoever is invited answers at `invitation-answer`; without a procedure for it every invitation is lost.", zh: "受邀客户在 `invitation-answer` 时点作答；没有该时点的流程，邀请全部落空。" },
  wrong: { "enrolment.json#/rules/2/event": { type: "invite", params: { offerDays: 30 } } },
  right: { "enrolment.json#/rules/2/event": { type: "enrol" } },
  check: (subject) =>
    rulesOf(subject, "enrolment").flatMap(({ rule, document, pointer }) => {
      if (rule.event.type !== "invite" || subject.policy.procedures.enrolment["invitation-answer"] !== undefined) return [];
      return [finding({ document, pointer: `${pointer}/event/type` }, { en: `${quote(rule.name)} invites, and no procedure takes an \`invitation-answer\``, zh: `${quote(rule.name)} 发出邀请，但流程中没有 \`invitation-answer\`` })];
    }),
};
