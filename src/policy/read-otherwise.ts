import { checkEvent } from "./check-event.ts";
import type { EventContext } from "./check-event.ts";
import { didYouMean, quote, quoteAll } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { below, entry, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { momentsThatMustDecide, outcomeOf, outcomesAt } from "./outcomes.ts";
import { decisionNames, moments } from "./policy.ts";
import type { DecisionName, Moment, RuleEvent } from "./policy.ts";
import type { FactorName } from "./procedures.ts";

/**
 * The outcome where no rule decides, for every moment of the decision. Moments that are left out decide nothing;
 * where something must be decided, leaving one out is a mistake. Closing then asks for the procedure's factors.
 */
export function readOtherwise(value: JsonObject, events: EventContext, factors: readonly FactorName[]): Partial<Record<Moment, RuleEvent>> {
  const given = entry(value, "otherwise");
  const read = isObject(given) ? given : {};
  const { decision, findings } = events;
  const otherwise: Partial<Record<Moment, RuleEvent>> = {};
  for (const key of Object.keys(read)) {
    const pointer = below("/otherwise", key);
    const moment = checkMoment(key, { decision, pointer, part: "key" }, findings);
    const event = checkEvent(read[key], pointer, "otherwise", events);
    if (moment !== undefined && event !== undefined) otherwise[moment] = event;
  }
  for (const moment of moments[decision]) {
    if (Object.hasOwn(read, moment)) continue;
    const silent = silence(decision, factors);
    if (momentsThatMustDecide[decision].includes(moment)) missing(moment, Object.hasOwn(value, "otherwise"), events);
    else if (silent !== undefined) otherwise[moment] = silent;
  }
  return otherwise;
}

function silence(decision: DecisionName, factors: readonly FactorName[]): RuleEvent | undefined {
  if (outcomeOf(decision, "no-action") !== undefined) return { type: "no-action" };
  return factors.length === 0 ? undefined : { type: "verify", params: { factors } };
}

function missing(moment: Moment, hasOtherwise: boolean, { decision, findings }: EventContext): void {
  const choices = outcomesAt(decision, "otherwise").filter((type) => type !== "no-action");
  findings.add("missing-otherwise", hasOtherwise ? "/otherwise" : "", {
    en: `nothing is said for ${quote(moment)} where no rule of ${decision} matches`,
    zh: `${decision} 在 ${quote(moment)} 时点没有规则命中时，未说明如何决定`,
    hint: { en: `under \`otherwise\` write "${moment}": one of ${quoteAll(choices)}`, zh: `请在 \`otherwise\` 下写 "${moment}"：${quoteAll(choices)} 之一` },
  });
}

interface MomentAt {
  readonly decision: DecisionName;
  readonly pointer: string;
  readonly part: "key" | "value";
}

/** A moment of the decision; otherwise one finding that says which decision it belongs to, or what was meant. */
export function checkMoment(word: string, { decision, pointer, part }: MomentAt, findings: Findings): Moment | undefined {
  const own: readonly Moment[] = moments[decision];
  const known = own.find((moment) => moment === word);
  if (known !== undefined) return known;
  const owner = decisionNames.find((name) => moments[name].some((moment) => moment === word));
  const hint = { en: `its moments are ${quoteAll(own)}`, zh: `其时点为 ${quoteAll(own)}` };
  if (owner !== undefined) {
    findings.add("wrong-moment", pointer, {
      en: `${decision} is never asked at ${quote(word)}, which is a moment of ${owner}`,
      zh: `${decision} 不会在 ${quote(word)} 时点作出，该时点属于 ${owner}`,
      hint,
      part,
    });
    return undefined;
  }
  const guess = didYouMean(word, own);
  findings.add("unknown-moment", pointer, { en: `unknown moment ${quote(word)}${guess.en}`, zh: `未知的时点 ${quote(word)}${guess.zh}`, hint, part });
  return undefined;
}
