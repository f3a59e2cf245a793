import { entry, isObject } from "../../json.ts";
import { expectationsIn } from "../expectations-in.ts";
import type { ScenarioLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** An expectation about a month that the scenario never reaches. */
export const expectationBeyondHorizon: ScenarioLint = {
  of: "scenario",
  code: "expectation-beyond-horizon",
  level: "error",
  title: { en: "an expectation about a month past the scenario's end", zh: "期望所指的月份超出情景期限" },
  why: { en: "No account gets that old, so the measure has no data and the expectation stays undecided for ever.", zh: "没有账户能达到该账龄，指标无数据，期望永远无法判定。" },
  wrong: { "scenario.json#/months": 6 },
  right: { "scenario.json#/months": 13 },
  check: ({ document }) =>
    expectationsIn(document).flatMap(({ expectation, index }) => {
      const months = isObject(document.value) ? entry(document.value, "months") : undefined;
      const measure = entry(expectation, "measure");
      const month = Number(typeof measure === "string" ? (/AtMonth(\d+)$/u.exec(measure)?.[1] ?? NaN) : NaN);
      if (typeof months !== "number" || !(month > months)) return [];
      return [finding({ document, pointer: below("/expectations", index, "measure") }, { en: `${quote(measure)} is about month ${month}, and the scenario has ${months}`, zh: `${quote(measure)} 指第 ${month} 个月，而情景只有 ${months} 个月`, hint: { en: "lengthen `months`, or expect something of an earlier month", zh: "请加长 `months`，或改用更早月份的指标" } })];
    }),
};
