import { groundOf, momentsOf } from "../races.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { leavesOf } from "../conjuncts.ts";
import { intersect } from "../spans.ts";
import { finding, quote } from "../say.ts";
import { rulesOf, type PlacedRule, type Subject } from "../subject.ts";
import { boundsOf, truthOf } from "../truth.ts";

const minors = [[0, 17]] as const;

/** An enrolment that nothing keeps from minors. */
export const lendsToMinors: PolicyLint = {
  of: "policy",
  whole: true,
  code: "lends-to-minors",
  level: "error",
  title: { en: "an enrolment that nothing keeps from minors", zh: "开通规则未拦下未成年人" },
  why: { en: "A minor cannot take on credit (Civil Code 18–19). Either the rule itself or one before it must look at the age.", zh: "未成年人不能自行举债（民法典第十八、十九条）。该规则自身或在它之前的规则必须检查年龄。" },
  wrong: {
    "enrolment.json#/rules/0/conditions": { all: [{ fact: "customer.isCollegeStudent", operator: "equal", value: true }] },
    "enrolment.json#/rules/2/conditions": { all: [{ fact: "bureau.score", operator: "greaterThanInclusive", value: { fact: "param.minScore" } }] },
  },
  right: { "enrolment.json#/rules/0/conditions": { all: [{ fact: "customer.age", operator: "lessThan", value: 18 }] } },
  also: ["unused-named-condition"],
  check: (subject) => {
    const rules = rulesOf(subject, "enrolment");
    const guards = rules.filter((placed) => placed.rule.event.type !== "enrol" && placed.rule.event.type !== "invite" && looksAtMinors(placed, subject));
    return rules.flatMap((placed): LintFinding[] => {
      if (placed.rule.event.type !== "enrol") return [];
      const age = boundsOf(placed.needs, groundOf(subject, placed)).get("customer.age");
      if (age !== undefined && intersect(age.holds, minors).length === 0) return [];
      const moments = momentsOf(subject, placed).filter((moment) => Object.hasOwn(subject.policy.procedures.enrolment, moment));
      const open = moments.filter((moment) => !guards.some((guard) => guard.rule.priority > placed.rule.priority && momentsOf(subject, guard).includes(moment)));
      if (open.length === 0) return [];
      return [finding({ document: placed.document, pointer: `${placed.pointer}/name` }, { en: `at ${open.map(quote).join(", ")} nothing keeps minors from ${quote(placed.rule.name)}`, zh: `在 ${open.map(quote).join("、")} 时点，没有规则阻止未成年人经 ${quote(placed.rule.name)} 开通`, hint: { en: "decline `customer.age` below 18 by a rule of higher priority", zh: "请用优先级更高的规则拒绝 `customer.age` 小于 18 者" } })];
    });
  },
};

/** Whether some comparison of the rule tells minors from others. */
function looksAtMinors({ rule, file, needs }: PlacedRule, subject: Subject): boolean {
  const ground = groundOf(subject, { file });
  const age = boundsOf(needs, ground).get("customer.age");
  if (age !== undefined) return intersect(age.holds, minors).length > 0;
  return [...leavesOf(rule.conditions, file.conditions)].some((leaf) => {
    const truth = leaf.fact === "customer.age" ? truthOf(leaf, ground) : undefined;
    return truth?.holds.some(([low, high]) => low === 18 || high === 17) ?? false;
  });
}
