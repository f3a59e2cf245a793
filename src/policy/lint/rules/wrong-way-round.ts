import { rankedFacts } from "../ladder.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { groundOf } from "../races.ts";
import { finding, quote } from "../say.ts";
import { boundsOf, type Truth } from "../truth.ts";

const kind = new Set(["enrol", "invite", "raise", "unfreeze"]);
const unkind = new Set(["decline", "no-offer", "reduce", "freeze"]);

/** An inverted comparison: the worst are granted what the best are denied. */
export const wrongWayRound: PolicyLint = {
  of: "policy",
  code: "wrong-way-round",
  level: "error",
  title: { en: "the worst are granted what the best are denied", zh: "最差的客户获得、最好的客户被拒" },
  why: {
    en: "The rule grants to customers at the bad end of a score and not to those at the good end, or refuses the good and not the bad. The comparison is the wrong way round.",
    zh: "规则给予评分差的一端而不给好的一端，或拒绝好的而放过差的。比较方向写反了。",
  },
  wrong: { "enrolment.json#/rules/2/conditions/all/0": { fact: "bureau.score", operator: "lessThanInclusive", value: { fact: "param.minScore" } } },
  right: { "enrolment.json#/rules/2/conditions/all/0": { fact: "bureau.score", operator: "greaterThanInclusive", value: { fact: "param.minScore" } } },
  check: (subject) =>
    subject.rules.flatMap((placed) => {
      const { rule, document, pointer } = placed;
      if (!kind.has(rule.event.type) && !unkind.has(rule.event.type)) return [];
      return [...boundsOf(placed.needs, groundOf(subject, placed)).values()].flatMap((truth): LintFinding[] => {
        const ends = endsOf(truth);
        if (ends === undefined || (kind.has(rule.event.type) ? !(ends.worst && !ends.best) : !(ends.best && !ends.worst))) return [];
        const who = kind.has(rule.event.type) ? { en: "the worst and not the best", zh: "最差者而非最好者" } : { en: "the best and not the worst", zh: "最好者而非最差者" };
        return [
          finding({ document, pointer: `${pointer}/conditions` }, {
            en: `by ${quote(truth.fact.name)}, ${quote(rule.name)} (${quote(rule.event.type)}) takes ${who.en}`,
            zh: `按 ${quote(truth.fact.name)}，${quote(rule.name)}（${quote(rule.event.type)}）针对的是${who.zh}`,
            hint: { en: "is the comparison the wrong way round?", zh: "是否比较方向写反？" },
          }),
        ];
      });
    }),
};

/** Whether a condition takes in the worst and the best values of a ranked fact. */
function endsOf({ fact, holds, domain }: Truth): { readonly worst: boolean; readonly best: boolean } | undefined {
  const better = rankedFacts.get(fact.name);
  const [low, high] = [domain[0]?.[0], domain.at(-1)?.[1]];
  if (better === undefined || low === undefined || high === undefined) return undefined;
  const has = (position: number): boolean => holds.some(([from, to]) => from <= position && position <= to);
  return better === "more" ? { worst: has(low), best: has(high) } : { worst: has(high), best: has(low) };
}
