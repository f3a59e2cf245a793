import { entry, isObject } from "../../json.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A named condition that nothing refers to. */
export const unusedNamedCondition: PolicyLint = {
  of: "policy",
  whole: true,
  code: "unused-named-condition",
  level: "warning",
  title: { en: "a named condition that nothing uses", zh: "未被引用的命名条件" },
  why: { en: "A check that no rule makes looks like one that is made: a lost consent check mostly shows itself this way. `--fix` removes it.", zh: "没有规则引用的检查，看上去像是生效的；丢失的同意检查往往由此暴露。`--fix` 会将其删除。" },
  wrong: { "enrolment.json#/conditions/spare": { all: [{ fact: "customer.age", operator: "greaterThan", value: 60 }] } },
  right: { "enrolment.json#/conditions/adult": { all: [{ fact: "customer.age", operator: "greaterThanInclusive", value: 18 }] } },
  check: (subject) =>
    subject.named.flatMap(({ name, document, pointer }) => {
      if (refersTo(document.value, name)) return [];
      return [
        finding({ document, pointer }, {
          en: `no rule uses the condition ${quote(name)}`,
          zh: `没有规则使用命名条件 ${quote(name)}`,
          hint: { en: "use it where it was meant to hold, or remove it", zh: "请在应当检查之处引用，或将其删除" },
          part: "key",
          repair: { kind: "remove", pointer: below("/conditions", name) },
        }),
      ];
    }),
};

function refersTo(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item: unknown) => refersTo(item, name));
  if (!isObject(value)) return false;
  return entry(value, "condition") === name || Object.keys(value).some((key) => refersTo(value[key], name));
}
