import type { Text } from "../../base/index.ts";
import { outcomeOf } from "../outcomes.ts";
import type { DecisionName, ParamValue, RuleEvent } from "../policy.ts";
import { both, factText, joinText, listText, valueText } from "./value-text.ts";
import type { Vocabulary } from "./value-text.ts";

/** An outcome as a rule says it: `tier (limitFen ¥3,000)`. */
export function eventText(event: RuleEvent, decision: DecisionName, vocabulary: Vocabulary): Text {
  const params = Object.entries(event.params ?? {}).map(([param, value]) => joinText(`${param} `, paramText({ decision, type: event.type, param }, value, vocabulary)));
  return params.length === 0 ? both(`\`${event.type}\``) : joinText(`\`${event.type}\``, { en: " (", zh: "（" }, listText(params), { en: ")", zh: "）" });
}

/** Which param of which outcome. */
export interface ParamPlace {
  readonly decision: DecisionName;
  readonly type: string;
  readonly param: string;
}

/** A param's value in its unit; a fact by its title. */
export function paramText({ decision, type, param }: ParamPlace, value: ParamValue, vocabulary: Vocabulary): Text {
  if (typeof value === "object" && "fact" in value) return factText(value.fact, vocabulary);
  const holds = outcomeOf(decision, type)?.params[param]?.holds;
  return valueText(value, holds?.kind === "number" ? holds.unit : undefined);
}
