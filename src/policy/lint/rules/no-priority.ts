import { entry, isObject } from "../../json.ts";
import { valueAt } from "../../../base/index.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { raceOf } from "../races.ts";
import { finding, quote } from "../say.ts";

/** A rule without a priority where the highest goes first. */
export const noPriority: PolicyLint = {
  of: "policy",
  whole: true,
  code: "no-priority",
  level: "warning",
  title: { en: "a rule without a priority in a race", zh: "竞争首位的规则没有优先级" },
  why: {
    en: "Where the matching rule of highest priority decides, a rule without one counts as 1 and comes last; the order of the file says nothing.",
    zh: "在由优先级最高的命中规则作决定之处，没有优先级的规则按 1 计、排在最后；文件中的顺序不起作用。",
  },
  wrong: { "enrolment.json#/rules/2/priority": undefined },
  right: { "enrolment.json#/rules/2/priority": 50 },
  check: (subject) =>
    subject.rules.flatMap((placed) => {
      const { rule, document, pointer } = placed;
      const race = raceOf(placed);
      const written = valueAt(document.value, pointer);
      if (race === undefined || (isObject(written) && entry(written, "priority") !== undefined)) return [];
      const rivals = subject.rules.filter((other) => other !== placed && raceOf(other) === race);
      if (rivals.length === 0) return [];
      return [
        finding({ document, pointer: `${pointer}/name` }, {
          en: `${quote(rule.name)} has no priority and comes after all ${rivals.length} others of its kind`,
          zh: `${quote(rule.name)} 没有优先级，排在其余 ${rivals.length} 条同类规则之后`,
          hint: { en: "write its priority", zh: "请写明优先级" },
        }),
      ];
    }),
};
