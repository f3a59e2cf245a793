import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { below, finding, quote } from "../say.ts";

/** One value twice in a list. */
export const repeatedValue: PolicyLint = {
  of: "policy",
  code: "repeated-value",
  level: "warning",
  title: { en: "one value twice in a list", zh: "列表中值重复" },
  why: { en: "The second does nothing; mostly another value was meant. `--fix` removes it.", zh: "第二个不起作用；多半本想写另一个值。`--fix` 会将其删除。" },
  wrong: { "limit.json#/rules/2/conditions/all/0/value": ["booking", "review", "booking"] },
  right: { "limit.json#/rules/2/conditions/all/0/value": ["booking", "review"] },
  check: (subject) =>
    allSteps(subject).flatMap(({ step: { node, pointer }, document }) => {
      if (!isLeaf(node) || !Array.isArray(node.value)) return [];
      const values: readonly unknown[] = node.value;
      return values.flatMap((value, index) => {
        if (values.indexOf(value) === index) return [];
        const at = below(pointer, "value", index);
        return [finding({ document, pointer: at }, { en: `${quote(value)} stands in this list already`, zh: `${quote(value)} 在该列表中已出现`, repair: { kind: "remove", pointer: at } })];
      });
    }),
};
