import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A box that comes ticked. */
export const preTickedConsent: PolicyLint = {
  of: "policy",
  whole: true,
  code: "pre-ticked-consent",
  level: "error",
  title: { en: "a box that comes ticked", zh: "默认勾选" },
  why: { en: "A default is no agreement: silence is not consent (Civil Code 140, PIPL 14), and a bundled sale may not be pre-selected (E-Commerce Law 19).", zh: "默认不等于同意：沉默不是同意（民法典第一百四十条、个人信息保护法第十四条），搭售不得设为默认选项（电子商务法第十九条）。" },
  wrong: { "policy.json#/procedures/enrolment/application/creditOption": "pre-ticked" },
  right: { "policy.json#/procedures/enrolment/application/creditOption": "unticked" },
  check: ({ policy, home }) =>
    Object.entries(policy.procedures.enrolment).flatMap(([moment, procedure]) => {
      const ticked = Object.entries(procedure?.consents ?? {}).filter(([, question]) => question?.ticked === "default").map(([source]) => source);
      const option = procedure?.creditOption === "pre-ticked";
      if (!option && ticked.length === 0) return [];
      const what = [...(option ? ["creditOption"] : []), ...ticked].map(quote).join(", ");
      return [finding({ document: home, pointer: below("/procedures/enrolment", moment, ...(option ? ["creditOption"] : ["consents"])) }, { en: `at ${quote(moment)} these come ticked: ${what}`, zh: `在 ${quote(moment)} 时点默认勾选：${what}`, hint: { en: "let the customer tick", zh: "请由客户自己勾选" } })];
    }),
};
