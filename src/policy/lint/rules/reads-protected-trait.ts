import type { PolicyLint } from "../lint-rule.ts";
import { factsOfRule } from "../reads.ts";
import { finding, quote } from "../say.ts";

const traits = new Set(["customer.gender", "customer.region", "customer.maritalStatus"]);

/** A rule that reads who a person is rather than what she does. */
export const readsProtectedTrait: PolicyLint = {
  of: "policy",
  code: "reads-protected-trait",
  level: "error",
  title: { en: "a rule reads gender, region or marital status", zh: "规则读取性别、地区或婚姻状况" },
  why: { en: "Credit that depends on them treats people unequally for what they are; no risk that the file holds needs them.", zh: "以此决定信贷，等于因身份而差别对待；档案中的任何风险判断都用不着它们。" },
  wrong: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.gender", operator: "equal", value: "female" } },
  right: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.age", operator: "lessThan", value: 18 } },
  check: (subject) =>
    subject.rules.flatMap((placed) =>
      [...factsOfRule(placed, subject.policy)].filter((name) => traits.has(name)).map((name) => finding({ document: placed.document, pointer: `${placed.pointer}/name` }, { en: `${quote(placed.rule.name)} reads ${quote(name)}`, zh: `${quote(placed.rule.name)} 读取 ${quote(name)}`, hint: { en: "decide by conduct and capacity", zh: "请依据行为与偿还能力作决定" } })),
    ),
};
