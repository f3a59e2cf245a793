import type { PolicyLint } from "../lint-rule.ts";
import { factsOfRule } from "../reads.ts";
import { momentsOf } from "../races.ts";
import { below, finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** The bureau is read at a moment at which no written consent is asked for. */
export const bureauConsentNotWritten: PolicyLint = {
  of: "policy",
  whole: true,
  code: "bureau-consent-not-written",
  level: "error",
  title: { en: "the bureau is read on less than a written consent", zh: "查询征信而未取得书面授权" },
  why: { en: "A query at the bureau needs written consent and an agreed purpose (Credit Reporting Regulation 18). A tick in a bundle is none.", zh: "查询征信须取得书面同意并约定用途（《征信业管理条例》第十八条），打包勾选不算。" },
  wrong: { "policy.json#/procedures/enrolment/application/consents/bureau/kind": "bundled" },
  right: { "policy.json#/procedures/enrolment/application/consents/bureau/kind": "written" },
  check: (subject) => {
    const { enrolment } = subject.policy.procedures;
    const reading = new Set(rulesOf(subject, "enrolment").filter((placed) => [...factsOfRule(placed, subject.policy)].some((name) => name.startsWith("bureau."))).flatMap((placed) => momentsOf(subject, placed)));
    return Object.entries(enrolment).flatMap(([moment, procedure]) => {
      const kind = procedure?.consents.bureau?.kind;
      if (![...reading].some((one) => one === moment) || kind === undefined || kind === "written") return [];
      return [finding({ document: subject.home, pointer: below("/procedures/enrolment", moment, "consents", "bureau", "kind") }, { en: `rules read the bureau at ${quote(moment)}, and the consent asked for is ${quote(kind)}`, zh: `规则在 ${quote(moment)} 时点读取征信，而所征求的同意为 ${quote(kind)}` })];
    });
  },
};
