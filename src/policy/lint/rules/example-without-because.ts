import { entry, isList, isObject } from "../../json.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** An example that does not say which rules decide. */
export const exampleWithoutBecause: PolicyLint = {
  of: "policy",
  code: "example-without-because",
  level: "warning",
  title: { en: "an example that does not say which rule decides", zh: "示例未写明由哪条规则决定" },
  why: { en: "The right outcome for the wrong reason passes: a decline for being young stays green when it comes from the score.", zh: "理由错误而结果正确也会通过：本应因年龄拒绝，即使实际因评分拒绝也不会报错。" },
  wrong: { "enrolment.json#/examples/0/expect": { type: "decline", reason: "under-age" } },
  right: { "enrolment.json#/examples/0/expect": { type: "decline", reason: "under-age", because: ["ENR-10"] } },
  also: ["rule-without-example"],
  check: (subject) =>
    [...subject.documents.values()].flatMap((document) => {
      const examples = isObject(document.value) ? entry(document.value, "examples") : undefined;
      return (isList(examples) ? examples : []).flatMap((example, index) => {
        const expect = isObject(example) ? entry(example, "expect") : undefined;
        // Where a missing fact decides, no rule does.
        if (!isObject(expect) || !isObject(example) || Object.hasOwn(expect, "because") || expect["undecided"] === true) return [];
        return [finding({ document, pointer: below("/examples", index, "expect") }, { en: `example ${quote(entry(example, "name"))} does not say which rule decides`, zh: `示例 ${quote(entry(example, "name"))} 未写明由哪条规则决定`, hint: { en: "add `because`, empty where none does", zh: "请加上 `because`；若无规则决定则写空列表" } })];
      });
    }),
};
