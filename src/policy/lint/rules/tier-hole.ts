import { laddersOf } from "../ladder.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";
import { valueAtPosition } from "../truth.ts";

/** Customers between two tiers who are in none. */
export const tierHole: PolicyLint = {
  of: "policy",
  whole: true,
  code: "tier-hole",
  level: "error",
  title: { en: "a hole between two tiers", zh: "两个档位之间有空档" },
  why: {
    en: "Customers whose score lies between two tiers are in none and get no line, although worse ones get one. Mostly one threshold was moved without its neighbour.",
    zh: "评分落在两档之间的客户不属于任何一档而得不到额度，评分更差者反而有额度。多半是移动了一个阈值而漏了相邻的一个。",
  },
  wrong: { "limit.json#/rules/1/conditions/all/0": { fact: "bureau.score", operator: "lessThan", value: 630 } },
  right: { "limit.json#/rules/1/conditions/all/0": { fact: "bureau.score", operator: "lessThan", value: 640 } },
  check: (subject) => {
    const tiers = rulesOf(subject, "limit").filter(({ rule }) => rule.event.type === "tier");
    return laddersOf(subject, tiers, subject.policy.decisions.limit.combine["tier"] ?? "first").flatMap(({ fact, rungs }) =>
      rungs.flatMap((rung, index): LintFinding[] => {
        const above = rungs.slice(index + 1).find(({ by }) => by !== undefined)?.by;
        const below = rungs.slice(0, index).findLast(({ by }) => by !== undefined)?.by;
        if (rung.by !== undefined || above === undefined || below === undefined) return [];
        const [low, high] = [valueAtPosition(fact, rung.low), valueAtPosition(fact, rung.high)];
        return [
          finding({ document: above.document, pointer: `${above.pointer}/name` }, {
            en: `nobody with ${quote(fact.name)} from ${low} to ${high} is in a tier: neither ${quote(below.rule.name)} nor ${quote(above.rule.name)} takes them`,
            zh: `${quote(fact.name)} 在 ${low} 至 ${high} 之间者不属于任何档位：${quote(below.rule.name)} 与 ${quote(above.rule.name)} 都不覆盖`,
            hint: { en: "let one tier begin where the other ends", zh: "请让一档的起点与另一档的终点相接" },
          }),
        ];
      }),
    );
  },
};
