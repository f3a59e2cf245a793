import { entry, isList, isObject } from "../../json.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { below, finding } from "../say.ts";
import type { JsonDocument } from "../../../base/index.ts";

/** A priority on a condition. */
export const conditionPriority: PolicyLint = {
  of: "policy",
  code: "condition-priority",
  level: "warning",
  title: { en: "a priority on a condition", zh: "条件上的优先级" },
  why: {
    en: "It changes the order in which json-rules-engine looks at conditions and never the answer; whoever writes it believes otherwise. Rules have priorities. `--fix` removes it.",
    zh: "它只改变 json-rules-engine 查看条件的次序，从不改变结果，写的人往往误以为有用。优先级属于规则。`--fix` 会将其删除。",
  },
  wrong: { "enrolment.json#/rules/0/conditions/all/0": { fact: "customer.age", operator: "lessThan", value: 18, priority: 5 } },
  right: { "enrolment.json#/rules/0/priority": 100 },
  check: (subject) =>
    [...subject.documents.values()].flatMap((document) => {
      const value = isObject(document.value) ? document.value : {};
      const rules = entry(value, "rules");
      const named = entry(value, "conditions");
      return [
        ...(isList(rules) ? rules : []).flatMap((rule, index) => (isObject(rule) ? [...within(entry(rule, "conditions"), below("/rules", index, "conditions"), document)] : [])),
        ...(isObject(named) ? Object.keys(named) : []).flatMap((name) => [...within(isObject(named) ? named[name] : undefined, below("/conditions", name), document)]),
      ];
    }),
};

function* within(node: unknown, pointer: string, document: JsonDocument): Generator<LintFinding> {
  if (!isObject(node)) return;
  if (Object.hasOwn(node, "priority")) {
    const at = below(pointer, "priority");
    yield finding({ document, pointer: at }, {
      en: "a priority on a condition changes nothing but the order of looking",
      zh: "条件上的优先级只改变查看次序，不改变结果",
      hint: { en: "give the rule a priority", zh: "请把优先级写在规则上" },
      part: "key",
      repair: { kind: "remove", pointer: at },
    });
  }
  for (const kind of ["all", "any"] as const) {
    const children = node[kind];
    for (const [index, child] of (isList(children) ? children : []).entries()) yield* within(child, below(pointer, kind, index), document);
  }
  yield* within(node["not"], below(pointer, "not"), document);
}
