import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A parameter that nothing reads. */
export const unusedParameter: PolicyLint = {
  of: "policy",
  whole: true,
  code: "unused-parameter",
  level: "warning",
  title: { en: "a parameter that nothing reads", zh: "未被读取的参数" },
  why: { en: "Sweeps and the terminal UI would move a number that changes nothing; mostly a rule has a written-out number where the parameter was meant.", zh: "调参与界面会移动一个毫无作用的数字；多半是某条规则直接写了数字，而没有引用该参数。" },
  wrong: { "policy.json#/parameters/spare": { value: 5, min: 0, max: 9, step: 1, unit: "days", title: { en: "spare", zh: "备用" } } },
  right: { "policy.json#/parameters/freeDays": { value: 20, min: 0, max: 60, step: 1, unit: "days", title: { en: "free days", zh: "免息天数" } } },
  check: ({ policy, home, words }) =>
    policy.parameters.flatMap(({ name }) => {
      if (words.has(`param.${name}`)) return [];
      return [finding({ document: home, pointer: below("/parameters", name) }, { en: `nothing reads the parameter ${quote(`param.${name}`)}`, zh: `没有任何规则读取参数 ${quote(`param.${name}`)}`, part: "key", hint: { en: "read it where its number stands, or remove it", zh: "请在写死该数字之处引用它，或将其删除" } })];
    }),
};
