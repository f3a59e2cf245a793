import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { groundOf } from "../races.ts";
import { finding, quote } from "../say.ts";
import { truthOf } from "../truth.ts";

/** A rule that needs a consent which no procedure asks for. */
export const consentNeverAsked: PolicyLint = {
  of: "policy",
  whole: true,
  code: "consent-never-asked",
  level: "warning",
  title: { en: "a rule needs a consent that is never asked for", zh: "规则需要的同意从未征求" },
  why: { en: "No procedure asks for it, so nobody gives it and the rule never matches.", zh: "没有任何流程征求该同意，因此无人给出，规则永不命中。" },
  wrong: { "limit.json#/rules/1/conditions/all/1": { fact: "consent.marketing.kind", operator: "equal", value: "separate" } },
  right: { "limit.json#/rules/1/conditions/all/1": { fact: "consent.bureau.kind", operator: "equal", value: "written" } },
  check: (subject) => {
    const asked = new Set(Object.values(subject.policy.procedures.enrolment).flatMap((procedure) => Object.keys(procedure?.consents ?? {})));
    return subject.rules.flatMap((placed) =>
      placed.needs.flatMap(({ node, pointer }) => {
        const source = isLeaf(node) ? /^consent\.(\w+)\.kind$/u.exec(node.fact)?.[1] : undefined;
        const truth = truthOf(node, groundOf(subject, placed));
        const none = truth?.fact.type === "enum" ? truth.fact.values.indexOf("none") : -1;
        if (source === undefined || truth === undefined || asked.has(source) || truth.holds.some(([low, high]) => low <= none && none <= high)) return [];
        return [finding({ document: placed.document, pointer }, { en: `${quote(placed.rule.name)} needs consent for ${quote(source)}, which no procedure asks for`, zh: `${quote(placed.rule.name)} 需要 ${quote(source)} 的同意，但没有流程征求它`, hint: { en: "ask for it under `procedures.enrolment`", zh: "请在 `procedures.enrolment` 中征求" } })];
      }),
    );
  },
};
