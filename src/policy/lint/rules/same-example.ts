import { entry, isList, isObject } from "../../json.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** Two examples of one case. */
export const sameExample: PolicyLint = {
  of: "policy",
  code: "same-example",
  level: "warning",
  title: { en: "two examples of one case", zh: "两个示例情形相同" },
  why: { en: "The same moment and facts prove nothing new; where the outcomes differ, one of the two must fail.", zh: "时点与事实都相同的示例不能多证明什么；若预期结果不同，必有一个失败。" },
  wrong: { "enrolment.json#/examples/1/facts": { "customer.age": 17 } },
  right: { "enrolment.json#/examples/1/facts": { "bureau.score": 700 } },
  check: (subject) =>
    [...subject.documents.values()].flatMap((document) => {
      const examples = isObject(document.value) ? entry(document.value, "examples") : undefined;
      const seen = new Map<string, unknown>();
      return (isList(examples) ? examples : []).flatMap((example, index) => {
        const facts = isObject(example) ? entry(example, "facts") : undefined;
        if (!isObject(example) || !isObject(facts)) return [];
        const sorted = Object.keys(facts).toSorted().map((name) => [name, facts[name]]);
        const text = JSON.stringify([entry(example, "moment"), sorted]);
        const first = seen.get(text);
        if (first === undefined) {
          seen.set(text, entry(example, "name"));
          return [];
        }
        return [finding({ document, pointer: below("/examples", index, "name") }, { en: `the case is that of example ${quote(first)}`, zh: `情形与示例 ${quote(first)} 相同` })];
      });
    }),
};
