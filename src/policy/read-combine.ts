import { didYouMean, quote, quoteAll } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { below, isList, isObject } from "./json.ts";
import { outcomeOf, outcomes, outcomesAt } from "./outcomes.ts";
import { combiners } from "./policy.ts";
import type { Combiner, DecisionName } from "./policy.ts";

/** How matches of every event type of the decision combine: what the file says, and the decision's own way for the rest. */
export function readCombine(value: unknown, decision: DecisionName, findings: Findings): Readonly<Record<string, Combiner>> {
  const usual = Object.entries(outcomes[decision]).flatMap(([type, { combine }]): [string, Combiner][] => (combine === undefined ? [] : [[type, combine[0]]]));
  const combined = new Map(usual);
  for (const type of isObject(value) ? Object.keys(value) : []) {
    const pointer = below("/combine", type);
    const combiner = checkCombiner(isObject(value) ? value[type] : undefined, { type, decision, pointer }, findings);
    if (combiner !== undefined) combined.set(type, combiner);
  }
  return Object.fromEntries(combined);
}

interface At {
  readonly type: string;
  readonly decision: DecisionName;
  readonly pointer: string;
}

function checkCombiner(value: unknown, at: At, findings: Findings): Combiner | undefined {
  const { type, decision, pointer } = at;
  if (!checkRuleOutcome(type, decision, { pointer, part: "key" }, findings)) return undefined;
  const allowed: readonly Combiner[] = outcomeOf(decision, type)?.combine ?? [];
  const known = combiners.find((combiner) => combiner === value);
  if (known !== undefined && allowed.includes(known)) return known;
  const guess = typeof value === "string" && known === undefined ? didYouMean(value, allowed) : { en: "", zh: "" };
  findings.add("bad-combine", pointer, {
    en: known === undefined ? `unknown way to combine ${quote(value)}${guess.en}` : `${quote(type)} of ${decision} cannot be combined by ${quote(known)}`,
    zh: known === undefined ? `未知的合并方式 ${quote(value)}${guess.zh}` : `${decision} 的 ${quote(type)} 不能用 ${quote(known)} 合并`,
    hint: { en: `${quote(type)} combines by ${quoteAll(allowed)}`, zh: `${quote(type)} 可用 ${quoteAll(allowed)} 合并` },
  });
  return undefined;
}

/** Whether rules of the decision can say this outcome; one finding where they cannot. */
function checkRuleOutcome(type: string, decision: DecisionName, at: { readonly pointer: string; readonly part: "key" | "value" }, findings: Findings): boolean {
  const types = outcomesAt(decision, "rule");
  if (types.includes(type)) return true;
  const known = outcomeOf(decision, type) !== undefined;
  const guess = known ? { en: "", zh: "" } : didYouMean(type, types);
  findings.add(known ? "outcome-out-of-place" : "unknown-outcome", at.pointer, {
    en: known ? `no rule of ${decision} says ${quote(type)}, so it cannot stand here` : `${decision} has no outcome ${quote(type)}${guess.en}`,
    zh: known ? `${decision} 的规则不会得出 ${quote(type)}，不能写在此处` : `${decision} 没有结果 ${quote(type)}${guess.zh}`,
    hint: { en: `rules say ${quoteAll(types)}`, zh: `规则可得出 ${quoteAll(types)}` },
    part: at.part,
  });
  return false;
}

/** Pairs of event types that may not fire together. */
export function readExclusive(value: unknown, decision: DecisionName, findings: Findings): readonly (readonly [string, string])[] {
  return (isList(value) ? value : []).flatMap((pair, index): (readonly [string, string])[] => {
    const pointer = below("/exclusive", index);
    const [one, other, ...more]: readonly unknown[] = isList(pair) ? pair : [];
    if (typeof one !== "string" || typeof other !== "string" || more.length > 0 || one === other) {
      findings.add("bad-exclusive", pointer, {
        en: `an exclusive pair names two different outcomes, unlike ${quote(pair)}`,
        zh: `互斥对须写两个不同的结果，而此处为 ${quote(pair)}`,
        hint: { en: 'write ["freeze", "raise"]', zh: '请写成 ["freeze", "raise"]' },
      });
      return [];
    }
    const sound = [one, other].map((type, place) => checkRuleOutcome(type, decision, { pointer: below(pointer, place), part: "value" }, findings));
    return sound.every(Boolean) ? [[one, other]] : [];
  });
}
