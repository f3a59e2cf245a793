import type { PolicyLint } from "../lint-rule.ts";
import { momentsOf } from "../races.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** A rule of enrolment for moments that the procedures do not have. */
export const momentNeverOccurs: PolicyLint = {
  of: "policy",
  whole: true,
  code: "moment-never-occurs",
  level: "warning",
  title: { en: "a rule for moments that never occur", zh: "规则所针对的时点从不出现" },
  why: { en: "Enrolment is asked only at the moments that `procedures` describe; a rule for another one never matches.", zh: "只有 `procedures` 中写明的时点才会询问开通；针对其他时点的规则永不命中。" },
  wrong: { "enrolment.json#/rules/0/conditions/all/1": { fact: "request.moment", operator: "equal", value: "checkout" } },
  right: { "enrolment.json#/rules/0/conditions/all/1": { fact: "request.moment", operator: "equal", value: "application" } },
  check: (subject) => {
    const occurring = new Set(Object.keys(subject.policy.procedures.enrolment));
    return rulesOf(subject, "enrolment").flatMap((placed) => {
      const moments = momentsOf(subject, placed);
      if (moments.length === 0 || moments.some((moment) => occurring.has(moment))) return [];
      return [finding({ document: placed.document, pointer: `${placed.pointer}/name` }, { en: `${quote(placed.rule.name)} is for ${moments.map(quote).join(", ")}, which this policy's procedures do not have`, zh: `${quote(placed.rule.name)} 针对 ${moments.map(quote).join("、")}，而该政策的流程没有这些时点`, hint: { en: "describe the moment under `procedures.enrolment`, or write one that is there", zh: "请在 `procedures.enrolment` 中写明该时点，或改用已有的时点" } })];
    });
  },
};
