import type { ProofLint } from "./lint-rule.ts";

const unreadable = { not: { condition: "bureau-may-be-read" } };
const student = { fact: "customer.isCollegeStudent", operator: "equal", value: true };
const minor = { fact: "customer.age", operator: "lessThan", value: 18 };

/**
 * What is proved of rules over every possible applicant. Shadowed rules and holes between tiers have pages of their own
 * (`shadowed-rule`, `tier-hole`), and so have rules of one priority (`equal-priority`): a proof finds more of them.
 */
export const proofLints: readonly ProofLint[] = [
  {
    of: "proof",
    code: "impossible-rule",
    level: "error",
    title: { en: "a rule that matches nobody", zh: "不可能命中任何人的规则" },
    why: {
      en: "Its conditions contradict each other in a way that no single list shows: one alternative after the other is excluded by the rest. Whoever wrote it believes that it protects somebody.",
      zh: "其条件相互矛盾，但单看任何一个列表都看不出：各备选项逐一被其余条件排除。作者以为它在起保护作用，其实没有。",
    },
    wrong: { "enrolment.json#/rules/0/conditions": { all: [{ any: [minor, student] }, { any: [{ fact: "customer.age", operator: "greaterThan", value: 30 }, { fact: "customer.identityVerified", operator: "equal", value: false }] }, { ...student, value: false }, { fact: "customer.identityVerified", operator: "equal", value: true }] } },
    right: { "enrolment.json#/rules/0/conditions": { all: [{ any: [minor, student] }, { fact: "customer.identityVerified", operator: "equal", value: true }] } },
  },
  {
    of: "proof",
    code: "tiers-overlap",
    level: "warning",
    title: { en: "two tiers that overlap", zh: "两个档位重叠" },
    why: {
      en: "Both bands say of the same applicant what she gets, and neither lies within the other: which counts is left to priorities that nobody sees in the table. Mostly one threshold was moved without its neighbour.",
      zh: "两档对同一申请人给出不同结果，且互不包含：以哪一档为准只取决于表中看不到的优先级。多半是移动了一个阈值而漏了相邻的一个。",
    },
    wrong: { "limit.json#/rules/1/conditions/all/0": { fact: "bureau.score", operator: "lessThan", value: 660 } },
    right: { "limit.json#/rules/1/conditions/all/0": { fact: "bureau.score", operator: "lessThan", value: 640 } },
  },
  {
    of: "proof",
    code: "exclusive-outcomes",
    level: "error",
    title: { en: "outcomes that exclude each other match together", zh: "互斥的结果同时命中" },
    why: {
      en: "The file says that these outcomes exclude each other, and its rules give both to one customer: the one of lower priority is dropped without a word, or nothing is decided at all.",
      zh: "文件写明这些结果互斥，规则却同时给予同一客户：优先级较低者会被悄悄丢弃，或完全无法决定。",
    },
    wrong: { "monitoring.json#/rules/0/conditions/all/0": { fact: "account.overdueFen", operator: "greaterThan", value: 300_000 } },
    right: { "monitoring.json#/rules/0/conditions/all/0": { fact: "account.daysPastDue", operator: "greaterThan", value: 60 } },
  },
  {
    of: "proof",
    code: "idle-condition",
    level: "warning",
    title: { en: "a condition that never matters", zh: "从不起作用的条件" },
    why: {
      en: "With or without it the rule matches the same applicants, because the conditions around it settle the matter already. Whoever relies on it relies on nothing.",
      zh: "有无此条件，规则命中的申请人都相同，因为其余条件已经决定了结果。依赖它等于没有依赖。",
    },
    wrong: { "enrolment.json#/rules/0/conditions": { all: [minor, { any: [{ fact: "customer.age", operator: "lessThan", value: 30 }, student] }] } },
    right: { "enrolment.json#/rules/0/conditions": { all: [minor] } },
  },
  {
    of: "proof",
    code: "redundant-rule",
    level: "note",
    title: { en: "a rule without which the same would be decided", zh: "去掉后决定不变的规则" },
    why: {
      en: "Whatever it decides, the rules below it or `otherwise` would decide as well. It may stand there for clarity; then it is worth a note, since a change below it changes nobody.",
      zh: "它所作的决定，其后的规则或 `otherwise` 也会作出。可能是为了清楚而写；若如此请注明，因为改动其后的规则不会影响任何人。",
    },
    wrong: { "enrolment.json#/rules/0/conditions/all": [minor, unreadable], "enrolment.json#/rules/0/event/params/reason": "no-consent" },
    right: { "enrolment.json#/rules/0/conditions/all": [minor, unreadable], "enrolment.json#/rules/0/event/params/reason": "under-age" },
  },
  {
    of: "proof",
    code: "idle-cap",
    level: "note",
    title: { en: "a cap that never cuts a limit", zh: "从未压低额度的上限" },
    why: {
      en: "No tier or floor ever grants more than it allows. As a safety net that is well; as a lever of the policy it does nothing.",
      zh: "没有任何档位或下限会给出超过它的额度。作为安全网尚可；作为调节手段则不起作用。",
    },
    wrong: { "limit.json#/rules/2/event/params/limitFen": 90_000_000, "limit.json#/rules/3/event/params/limitFen": 100_000 },
    right: { "limit.json#/rules/2/event/params/limitFen": 500_000, "limit.json#/rules/3/event/params/limitFen": 100_000 },
  },
  {
    of: "proof",
    code: "gap-in-rules",
    level: "note",
    title: { en: "applicants whom no rule decides", zh: "不由任何规则决定的申请人" },
    why: {
      en: "`otherwise` speaks for them. That is how tiers are meant to end; worth a look where the last rule was meant to take everybody.",
      zh: "由 `otherwise` 代为决定。档位本应如此收尾；若最后一条规则本想覆盖所有人，则值得一看。",
    },
    wrong: { "enrolment.json#/rules/2/priority": 40 },
    right: { "enrolment.json#/rules/2/conditions": { any: [{ condition: "adult" }, minor] } },
  },
];
