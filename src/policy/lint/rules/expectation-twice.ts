import { entry } from "../../json.ts";
import { expectationsIn } from "../expectations-in.ts";
import type { ScenarioLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** Two expectations that ask the same. */
export const expectationTwice: ScenarioLint = {
  of: "scenario",
  code: "expectation-twice",
  level: "warning",
  title: { en: "two expectations that ask the same", zh: "两条期望内容相同" },
  why: { en: "Mostly the second was meant for another policy or measure and still waits for its change.", zh: "多半是第二条本应针对另一政策或指标，复制后忘了修改。" },
  wrong: { "scenario.json#/expectations/1": { name: "once more", policy: "plain", measure: "violationsCritical", equals: 0 } },
  right: { "scenario.json#/expectations/1": { name: "of all severities", policy: "plain", measure: "violations", equals: 0 } },
  check: ({ document }) => {
    const first = new Map<string, unknown>();
    return expectationsIn(document).flatMap(({ expectation, index }) => {
      const key = JSON.stringify(["policy", "measure", "where", "equals", "atMost", "atLeast", "between"].map((part) => entry(expectation, part)));
      const name = first.get(key);
      if (name === undefined) first.set(key, entry(expectation, "name"));
      return name === undefined ? [] : [finding({ document, pointer: below("/expectations", index, "name") }, { en: `this asks what ${quote(name)} asks`, zh: `与 ${quote(name)} 内容相同` })];
    });
  },
};
