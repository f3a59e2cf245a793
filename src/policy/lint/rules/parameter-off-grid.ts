import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A parameter whose value no sweep can reach. */
export const parameterOffGrid: PolicyLint = {
  of: "policy",
  code: "parameter-off-grid",
  level: "warning",
  title: { en: "a parameter off its own grid", zh: "参数不在自身步长网格上" },
  why: { en: "Sweeps move a parameter from its least value in steps; one that stands between two steps cannot be returned to.", zh: "调参从最小值起按步长移动；介于两步之间的取值移开后就回不来了。" },
  wrong: { "policy.json#/parameters/minScore/step": 7 },
  right: { "policy.json#/parameters/minScore/step": 5 },
  check: ({ policy, home }) =>
    policy.parameters.flatMap(({ name, value, min, step }) => {
      const count = (value - min) / step;
      if (Math.abs(count - Math.round(count)) < 1e-9 * Math.max(1, Math.abs(count))) return [];
      return [finding({ document: home, pointer: below("/parameters", name, "step") }, { en: `steps of ${quote(step)} from ${quote(min)} miss the value ${quote(value)}`, zh: `从 ${quote(min)} 起以 ${quote(step)} 为步长，到不了 ${quote(value)}` })];
    }),
};
