import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A derived fact that nothing reads. */
export const unusedDerivedFact: PolicyLint = {
  of: "policy",
  whole: true,
  code: "unused-derived-fact",
  level: "warning",
  title: { en: "a derived fact that nothing reads", zh: "未被读取的派生事实" },
  why: { en: "It is computed for nobody; mostly a rule reads another fact by mistake.", zh: "计算了却无人读取；多半是某条规则误读了另一个事实。" },
  wrong: { "policy.json#/derived/spareFen": { title: { en: "two months of income", zh: "两个月收入" }, times: ["customer.incomeMonthlyFen", 2] } },
  right: { "policy.json#/derived/incomeCapFen": { title: { en: "two months of income", zh: "两个月收入" }, times: ["customer.incomeMonthlyFen", 2] } },
  check: ({ policy, home, words }) =>
    policy.derived.flatMap(({ name }) => {
      if (words.has(name)) return [];
      return [finding({ document: home, pointer: below("/derived", name.slice("derived.".length)) }, { en: `nothing reads ${quote(name)}`, zh: `没有任何规则读取 ${quote(name)}`, part: "key", hint: { en: "read it where it was meant, or remove it", zh: "请在应当读取之处引用，或将其删除" } })];
    }),
};
