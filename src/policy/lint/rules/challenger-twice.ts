import { entry, isList, isObject } from "../../json.ts";
import type { ScenarioLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A challenger that is named twice. */
export const challengerTwice: ScenarioLint = {
  of: "scenario",
  code: "challenger-twice",
  level: "warning",
  title: { en: "a challenger that is named twice", zh: "候选政策重复" },
  why: { en: "It is simulated once; mostly another policy was meant.", zh: "同一政策只会模拟一次；多半本应写另一项政策。" },
  wrong: { "scenario.json#/challengers": ["other", "other"] },
  right: { "scenario.json#/challengers": ["other"] },
  check: ({ document }) => {
    const list = isObject(document.value) ? entry(document.value, "challengers") : [];
    const names = isList(list) ? list : [];
    return names.flatMap((name, index) => (names.indexOf(name) < index ? [finding({ document, pointer: below("/challengers", index) }, { en: `${quote(name)} is a challenger already`, zh: `${quote(name)} 已列为候选政策` })] : []));
  },
};
