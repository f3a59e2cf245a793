import { didYouMean } from "../../findings.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A rule that serves a law rule nobody knows. */
export const unknownLawRule: PolicyLint = {
  of: "policy",
  code: "unknown-law-rule",
  level: "error",
  title: { en: "`serves` names a law rule that no pack has", zh: "serves 所写的法规规则不存在" },
  why: { en: "`serves` ties a rule to the law that it answers; a wrong id makes the report say that nothing answers it.", zh: "`serves` 把规则与它所回应的法规联系起来；编号写错，报告会显示无人回应该法规。" },
  wrong: { "enrolment.json#/rules/0/serves": ["CN-ENR-905"] },
  right: { "enrolment.json#/rules/0/serves": ["CN-ENR-005"] },
  check: (subject) => {
    const known = new Set(subject.laws.flatMap(({ rules }) => rules.map(({ id }) => id)));
    if (known.size === 0) return [];
    return subject.rules.flatMap(({ rule, document, pointer }) =>
      rule.serves.flatMap((id, index): LintFinding[] => {
        if (known.has(id)) return [];
        const guess = didYouMean(id, known);
        return [finding({ document, pointer: below(pointer, "serves", index) }, { en: `no law pack has a rule ${quote(id)}${guess.en}`, zh: `没有法规包含有规则 ${quote(id)}${guess.zh}` })];
      }),
    );
  },
};
