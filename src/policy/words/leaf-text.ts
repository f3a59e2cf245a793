import type { Text } from "../../base/index.ts";
import { isObject } from "../json.ts";
import { readOperator } from "../operators.ts";
import type { BaseOperator } from "../operators.ts";
import type { Condition, Leaf, Parameter } from "../policy.ts";
import { both, factText, joinText, listText, parameterFact, valueText } from "./value-text.ts";
import type { Vocabulary } from "./value-text.ts";

const signs: Readonly<Record<BaseOperator, Text>> = {
  equal: both("="),
  notEqual: both("≠"),
  in: { en: "in", zh: "属于" },
  notIn: { en: "not in", zh: "不属于" },
  contains: { en: "contains", zh: "包含" },
  doesNotContain: { en: "does not contain", zh: "不包含" },
  lessThan: both("<"),
  lessThanInclusive: both("≤"),
  greaterThan: both(">"),
  greaterThanInclusive: both("≥"),
};

/** A comparison as a person reads it: `age ≥ 18`, `bureau score < 620 (modest score)`. */
export function leafText(leaf: Leaf, vocabulary: Vocabulary): Text {
  return joinText(factText(leaf.fact, vocabulary), " ", operatorText(leaf.operator), " ", sideText(leaf, vocabulary));
}

/** An operator as a sign or word; a decorated one as it is written. */
export function operatorText(operator: string): Text {
  const read = readOperator(operator);
  return read.kind === "known" && read.decorators.length === 0 ? signs[read.base] : both(operator);
}

/** The value side: a constant in the fact's unit, a parameter with its value, or another fact. */
export function sideText(leaf: Pick<Leaf, "fact" | "value">, vocabulary: Vocabulary): Text {
  const parameter = parameterOf(leaf.value, vocabulary);
  if (parameter === undefined) return bareSideText(leaf, vocabulary);
  return joinText(bareSideText(leaf, vocabulary), { en: " (", zh: "（" }, parameter.title, { en: ")", zh: "）" });
}

/** The parameter that a value is read from. */
export function parameterOf(value: unknown, { parameters }: Vocabulary): Parameter | undefined {
  return isObject(value) ? parameters.find(({ name }) => parameterFact(name) === value["fact"]) : undefined;
}

/** The same without the title of a parameter. */
export function bareSideText({ fact, value }: Pick<Leaf, "fact" | "value">, vocabulary: Vocabulary): Text {
  const definition = vocabulary.dictionary.facts.get(fact);
  const unit = definition !== undefined && "unit" in definition ? definition.unit : undefined;
  if (!isObject(value) || typeof value["fact"] !== "string") return valueText(value, unit);
  const parameter = parameterOf(value, vocabulary);
  return parameter === undefined ? factText(value["fact"], vocabulary) : valueText(parameter.value, parameter.unit);
}

/** A condition with all that stands inside it, on one line. */
export function conditionText(condition: Condition, vocabulary: Vocabulary): Text {
  if ("all" in condition) return groupText(condition.all, { en: " and ", zh: " 且 " }, vocabulary);
  if ("any" in condition) return groupText(condition.any, { en: " or ", zh: " 或 " }, vocabulary);
  if ("not" in condition) return joinText({ en: "not (", zh: "非（" }, conditionText(condition.not, vocabulary), { en: ")", zh: "）" });
  if ("condition" in condition) return both(`\`${condition.condition}\``);
  return leafText(condition, vocabulary);
}

function groupText(parts: readonly Condition[], between: Text, vocabulary: Vocabulary): Text {
  const [only, ...more] = parts;
  if (only === undefined) return { en: "always", zh: "恒为真" };
  if (more.length === 0) return conditionText(only, vocabulary);
  return joinText({ en: "(", zh: "（" }, listText(parts.map((part) => conditionText(part, vocabulary)), between), { en: ")", zh: "）" });
}
