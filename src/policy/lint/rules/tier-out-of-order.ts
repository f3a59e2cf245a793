import { amountOf, laddersOf, type Rung } from "../ladder.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf, type Subject } from "../subject.ts";
import { valueAtPosition } from "../truth.ts";

/** A better customer in a tier with a lower limit. */
export const tierOutOfOrder: PolicyLint = {
  of: "policy",
  whole: true,
  code: "tier-out-of-order",
  level: "error",
  title: { en: "a better score brings a lower limit", zh: "评分更高，额度反而更低" },
  why: {
    en: "Along a score, an income or the arrears, limits should not fall as customers get better. Two tiers or two parameters have been swapped, or a threshold was changed in one tier only.",
    zh: "沿评分、收入或逾期由差到好，额度不应下降。多半是两个档位或参数写反，或只改了其中一档的阈值。",
  },
  wrong: { "limit.json#/rules/1/event/params/limitFen": 900000 },
  right: { "limit.json#/rules/1/event/params/limitFen": 200000 },
  check: (subject) => {
    const tiers = rulesOf(subject, "limit").filter(({ rule }) => rule.event.type === "tier");
    return laddersOf(subject, tiers, subject.policy.decisions.limit.combine["tier"] ?? "first").flatMap(({ fact, rungs }) => {
      const climbed = rungs.filter((rung) => rung.by !== undefined);
      return climbed.flatMap((better, index): LintFinding[] => {
        const worse = climbed[index - 1];
        if (worse === undefined || !lower(better, worse, subject) || better.by === undefined || worse.by === undefined) return [];
        const at = { document: better.by.document, pointer: `${better.by.pointer}/event/params/limitFen` };
        const [mine, theirs] = [valueAtPosition(fact, better.low), valueAtPosition(fact, worse.low)];
        return [
          finding(at, {
            en: `${quote(better.by.rule.name)} (${fact.name} from ${mine}) grants less than ${quote(worse.by.rule.name)} (from ${theirs}), whose customers are worse`,
            zh: `${quote(better.by.rule.name)}（${fact.name} 自 ${mine} 起）的额度低于更差一档的 ${quote(worse.by.rule.name)}（自 ${theirs} 起）`,
            hint: { en: "have two limits or two thresholds been swapped?", zh: "是否两个额度或两个阈值写反？" },
          }),
        ];
      });
    });
  },
};

function lower(better: Rung, worse: Rung, subject: Subject): boolean {
  const [one, other] = [better, worse].map(({ by }) => amountOf(by?.rule.event.params?.["limitFen"], subject));
  return one !== undefined && other !== undefined && one.base === other.base && one.value < other.value;
}
