import { isLeaf } from "../conjuncts.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { allSteps } from "../missing.ts";
import { factIn } from "../reads.ts";
import { below, finding, quote } from "../say.ts";

/** A threshold parameter that may leave the domain of the fact it is compared with. */
export const parameterBeyondFact: PolicyLint = {
  of: "policy",
  code: "parameter-beyond-fact",
  level: "warning",
  title: { en: "a threshold that may leave the fact's domain", zh: "阈值参数可超出事实的取值范围" },
  why: { en: "Where a sweep moves the parameter beyond the fact's domain, the rule matches everybody or nobody, and the trade-off curve goes flat.", zh: "调参把参数移出事实的取值范围后，规则会命中所有人或无人命中，权衡曲线随之失真。" },
  wrong: { "policy.json#/parameters/minScore/max": 990 },
  right: { "policy.json#/parameters/minScore/max": 850 },
  check: (subject) => {
    const seen = new Set<string>();
    return allSteps(subject).flatMap(({ step: { node } }) => {
      if (!isLeaf(node)) return [];
      const fact = subject.policy.dictionary.facts.get(node.fact);
      return factIn(node.value).flatMap((name) => {
        const parameter = subject.policy.parameters.find((one) => `param.${one.name}` === name);
        if (parameter === undefined || fact === undefined || !("min" in fact) || seen.has(name)) return [];
        if (parameter.max <= fact.max && parameter.min >= fact.min) return [];
        seen.add(name);
        const key = parameter.max > fact.max ? "max" : "min";
        return [finding({ document: subject.home, pointer: below("/parameters", parameter.name, key) }, { en: `${quote(name)} may be ${quote(parameter[key])}, and ${quote(node.fact)} lies between ${fact.min} and ${fact.max}`, zh: `${quote(name)} 可取 ${quote(parameter[key])}，而 ${quote(node.fact)} 介于 ${fact.min} 与 ${fact.max} 之间` })];
      });
    });
  },
};
