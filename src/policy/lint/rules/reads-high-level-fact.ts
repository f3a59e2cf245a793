import type { PolicyLint } from "../lint-rule.ts";
import { factsOfRule } from "../reads.ts";
import { finding, quote } from "../say.ts";

/** A rule that reads data of level 4 or 5. */
export const readsHighLevelFact: PolicyLint = {
  of: "policy",
  code: "reads-high-level-fact",
  level: "error",
  title: { en: "a rule reads data of level 4 or above", zh: "规则读取 4 级及以上数据" },
  why: { en: "By JR/T 0197 level 4 is what harms a person gravely when it leaks, biometrics and credentials among them. No credit decision needs it.", zh: "按 JR/T 0197，4 级数据（含生物特征、鉴别信息）泄露会对个人造成严重损害，授信决策用不着它。" },
  wrong: { "dictionary.json#/facts/0/level": 4 },
  right: { "dictionary.json#/facts/0/level": 2 },
  also: ["reads-high-level-fact"],
  check: (subject) =>
    subject.rules.flatMap((placed) =>
      [...factsOfRule(placed, subject.policy)].flatMap((name) => {
        const level = subject.policy.dictionary.facts.get(name)?.level ?? 1;
        if (level < 4) return [];
        return [finding({ document: placed.document, pointer: `${placed.pointer}/name` }, { en: `${quote(placed.rule.name)} reads ${quote(name)}, data of level ${level}`, zh: `${quote(placed.rule.name)} 读取 ${quote(name)}，属 ${level} 级数据` })];
      }),
    ),
};
