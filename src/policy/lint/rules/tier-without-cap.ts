import { factIn } from "../reads.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** A limit computed from facts, with no cap in the file. */
export const tierWithoutCap: PolicyLint = {
  of: "policy",
  whole: true,
  code: "tier-without-cap",
  level: "warning",
  title: { en: "a computed limit without any cap", zh: "按事实计算的额度没有上限" },
  why: { en: "A limit that follows from income or spending has no end by itself; one wrong figure in the data grants a fortune.", zh: "按收入或消费计算的额度本身没有上限；数据中一个错误数字就会授出巨额。" },
  wrong: { "limit.json#/rules/1/event/params/limitFen": { fact: "derived.incomeCapFen" }, "limit.json#/rules/2/event/type": "floor" },
  right: { "limit.json#/rules/2/event/type": "cap" },
  check: (subject) => {
    const rules = rulesOf(subject, "limit");
    if (rules.some(({ rule }) => rule.event.type === "cap")) return [];
    return rules.flatMap(({ rule, document, pointer }) => {
      const [fact] = factIn(rule.event.params?.["limitFen"]);
      if (fact === undefined || subject.constants.has(fact) || fact === "account.limitFen" || rule.event.type !== "tier") return [];
      return [finding({ document, pointer: below(pointer, "event", "params", "limitFen") }, { en: `${quote(rule.name)} grants ${quote(fact)}, and no rule of the file caps it`, zh: `${quote(rule.name)} 授予 ${quote(fact)}，而文件中没有规则设上限`, hint: { en: "add a rule whose outcome is `cap`", zh: "请添加结果为 `cap` 的规则" } })];
    });
  },
};
