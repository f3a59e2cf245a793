import type { FactDefinition } from "../facts/index.ts";
import { decorators, operators } from "./operators.ts";
import type { BaseOperator } from "./operators.ts";
import { choose, factNameSchema, factValueSchema } from "./schema-facts.ts";
import type { JsonSchema } from "./schema-facts.ts";
import type { Reader } from "./fact-access.ts";

/** Definitions that every schema with conditions carries: `fact`, `operator`, `condition`, `conditions` (the root). */
export function conditionDefinitions(reader: Reader, facts: readonly FactDefinition[]): JsonSchema {
  return {
    fact: factNameSchema(reader, facts),
    factReference: {
      type: "object",
      properties: { fact: { $ref: "#/definitions/fact" } },
      required: ["fact"],
      additionalProperties: false,
    },
    operator: operatorSchema(),
    leaf: leafSchema(facts),
    condition: { ...booleanKeys, properties: { ...booleanProperties, ...leafProperties }, ...chosen({ $ref: "#/definitions/leaf" }) },
    conditions: {
      ...booleanKeys,
      properties: booleanProperties,
      ...chosen({ anyOf: [{ required: ["all"] }, { required: ["any"] }, { required: ["not"] }, { required: ["condition"] }] }),
    },
  };
}

const operatorMeanings: Readonly<Record<BaseOperator, string>> = {
  equal: "the same · 等于",
  notEqual: "not the same · 不等于",
  in: "one of a list · 属于列表",
  notIn: "none of a list · 不属于列表",
  contains: "a list that has the value · 列表包含该值",
  doesNotContain: "a list without the value · 列表不包含该值",
  lessThan: "below · 小于",
  lessThanInclusive: "at most · 小于等于",
  greaterThan: "above · 大于",
  greaterThanInclusive: "at least · 大于等于",
};

function operatorSchema(): JsonSchema {
  const known = { enum: operators, enumDescriptions: operators.map((operator) => operatorMeanings[operator]) };
  return {
    type: "string",
    description: "An operator of json-rules-engine, with decorators before it: not:in. json-rules-engine 的运算符，前面可加修饰符。",
    anyOf: [known, { pattern: `^(?:(?:${decorators.join("|")}):)+(?:${operators.join("|")})$` }],
  };
}

const booleanProperties = {
  all: { description: "Every condition holds; an empty list always does. 全部成立；空列表恒成立。" },
  any: { description: "At least one condition holds. 至少一个成立。" },
  not: { description: "The condition does not hold. 不成立。" },
  condition: { description: "A named condition of this file. 本文件中的命名条件。" },
};

const leafProperties = {
  fact: { $ref: "#/definitions/fact" },
  operator: { $ref: "#/definitions/operator" },
  value: { description: "What the fact is compared with: a constant, a list, or { \"fact\": … }. 与之比较的值。" },
};

const booleanKeys = { type: "object" };
const beside = { priority: { type: "integer", minimum: 1 }, name: { type: "string" }, $comment: { type: "string" } };

/** Told apart by its key, so that an editor reports the mistake in the form that was meant. */
function chosen(otherwise: JsonSchema): JsonSchema {
  const list = { type: "array", items: { $ref: "#/definitions/condition" } };
  const forms: readonly (readonly [string, JsonSchema])[] = [
    ["all", { ...list, description: booleanProperties.all.description }],
    ["any", { ...list, minItems: 1, description: booleanProperties.any.description }],
    ["not", { $ref: "#/definitions/condition", description: booleanProperties.not.description }],
    ["condition", { type: "string", minLength: 1, description: booleanProperties.condition.description }],
  ];
  return forms.reduceRight<JsonSchema>(
    (rest, [key, schema]) => choose({ required: [key] }, { properties: { [key]: schema, ...beside }, additionalProperties: false }, rest),
    otherwise,
  );
}

function leafSchema(facts: readonly FactDefinition[]): JsonSchema {
  return {
    type: "object",
    required: ["fact", "operator", "value"],
    properties: { ...leafProperties, path: {}, params: {}, ...beside },
    additionalProperties: false,
    allOf: [...facts.map(valueOfFact), listNeeded],
  };
}

/** What a fact may be compared with: its values, a list of them, or another fact. */
function valueOfFact(fact: FactDefinition): JsonSchema {
  const one = factValueSchema(fact);
  const list = { type: "array", items: one };
  const value =
    fact.type === "boolean" || fact.type === "enum"
      ? { anyOf: [one, list, { $ref: "#/definitions/factReference" }] }
      : byType(one, list);
  return choose({ properties: { fact: { const: fact.name } }, required: ["fact"] }, { properties: { value } });
}

function byType(one: JsonSchema, list: JsonSchema): JsonSchema {
  return choose({ type: "array" }, list, choose({ type: "object" }, { $ref: "#/definitions/factReference" }, one));
}

const listNeeded = choose(
  { properties: { operator: { enum: ["in", "notIn", "not:in", "not:notIn"] } }, required: ["operator"] },
  { properties: { value: { type: "array" } } },
);
