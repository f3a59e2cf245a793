import { entry, isList, isObject } from "../../json.ts";
import { expectationsIn } from "../expectations-in.ts";
import type { ScenarioLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** An expectation about matched law rules in a scenario without laws. */
export const vacuousExpectation: ScenarioLint = {
  of: "scenario",
  code: "vacuous-expectation",
  level: "error",
  title: { en: "an expectation about law rules where no law pack is named", zh: "未列法规包却对法规规则设期望" },
  why: { en: "Without a law pack nothing can be matched: the expectation holds whatever the policy does.", zh: "没有法规包便不可能命中任何规则：无论政策如何，期望都会成立。" },
  wrong: { "scenario.json#/laws": [] },
  right: { "scenario.json#/laws": ["cn"] },
  check: ({ document }) => {
    const laws = isObject(document.value) ? entry(document.value, "laws") : undefined;
    if (isList(laws) && laws.length > 0) return [];
    return expectationsIn(document).flatMap(({ expectation, index }) => {
      const measure = entry(expectation, "measure");
      if (typeof measure !== "string" || !/^(?:violations|personsMatched)/u.test(measure)) return [];
      return [finding({ document, pointer: below("/expectations", index, "measure") }, { en: `${quote(measure)} is 0 whatever the policy does: the scenario names no law pack`, zh: `情景未列法规包，无论政策如何 ${quote(measure)} 均为 0`, hint: { en: 'name one: "laws": ["cn"]', zh: '请写明，例如 "laws": ["cn"]' } })];
    });
  },
};
