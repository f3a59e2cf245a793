import { z } from "zod";
import type { Dictionary, FactDefinition } from "../facts/index.ts";
import { arrangementShape } from "./arrangement-shape.ts";
import { derivationShapes } from "./derivation-shape.ts";
import { lawPackFrame, lawParameterShape, lawRuleShape } from "./law-shape.ts";
import { outcomes, outcomesAt } from "./outcomes.ts";
import { parameterShape, policyFrame } from "./policy-shape.ts";
import { decisionNames, moments } from "./policy.ts";
import type { DecisionName } from "./policy.ts";
import { proceduresShape } from "./procedures-shape.ts";
import { reasonShape, reasonsFrame } from "./reasons-shape.ts";
import { exampleFrame, examplesFileFrame, ruleFileFrame, ruleFrame, tableFrame } from "./rule-shape.ts";
import { conditionDefinitions } from "./schema-conditions.ts";
import { eventSchema, expectSchema, typeSchema } from "./schema-events.ts";
import { choose, describeFact, exampleFactsSchema, factNameSchema, schemaFacts } from "./schema-facts.ts";
import type { JsonSchema } from "./schema-facts.ts";
import { scorecardShape } from "./scorecard/index.ts";
import { textShape } from "./text-shape.ts";

/**
 * JSON Schemas (draft-07) of all rule files, by file name for rules/schema/: completion, hover and errors in an
 * editor. They say less than the reader: names of one policy, thresholds against parameters and the like are its own.
 */
export function ruleSchemas(dictionary: Dictionary): Readonly<Record<string, object>> {
  const facts = schemaFacts("policy", dictionary);
  const decisions = decisionNames.map((decision) => [`${decision}.schema.json`, ruleFileSchema(decision, facts)]);
  return {
    "policy.schema.json": policySchema(facts),
    ...Object.fromEntries(decisions),
    ...Object.fromEntries(decisionNames.map((decision) => [`${decision}.examples.schema.json`, examplesSchema(decision, facts)])),
    "scorecard.schema.json": scorecardSchema(facts),
    "reasons.schema.json": reasonsSchema(),
    "law.schema.json": lawSchema(schemaFacts("law", dictionary)),
  };
}

const draft = { $schema: "http://json-schema.org/draft-07/schema#" };

/** A zod shape as draft-07, to stand inside another schema. */
function plain(shape: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: "draft-7", io: "input" });
  return schema;
}

/** The schema of an object with some of its properties told more exactly. */
function refined(shape: z.ZodType, properties: JsonSchema): JsonSchema {
  const schema = plain(shape);
  const own = typeof schema["properties"] === "object" && schema["properties"] !== null ? schema["properties"] : {};
  return { ...schema, properties: { ...own, ...properties } };
}

function record(names: JsonSchema, schema: JsonSchema, description: string): JsonSchema {
  return { type: "object", propertyNames: names, additionalProperties: schema, description };
}

const identifier = { pattern: "^[A-Za-z][A-Za-z0-9]*$" };

function policySchema(facts: readonly FactDefinition[]): JsonSchema {
  const numbers = facts.filter((fact) => fact.type === "integer" || fact.type === "decimal");
  return {
    ...draft,
    title: "A policy: policy.json",
    ...refined(policyFrame, {
      parameters: record(identifier, plain(parameterShape), "Numbers that sweeps and the terminal UI may move; `minScore` is read as `param.minScore`. 可调参数。"),
      derived: record(identifier, derivedSchema(), "Facts computed before the rules; `incomeCapFen` is read as `derived.incomeCapFen`. 派生事实。"),
      arrangements: record({ minLength: 1 }, plain(arrangementShape), "Who funds, bears losses and earns. 资金安排：谁出资、谁担损、谁取收入。"),
      procedures: plain(proceduresShape),
    }),
    definitions: { number: factNameSchema("policy", numbers) },
  };
}

function derivedSchema(): JsonSchema {
  const operand = choose({ type: "string" }, { $ref: "#/definitions/number" }, { type: "number" });
  const forms = Object.keys(derivationShapes);
  const pair = { type: "array", items: operand, minItems: 2, maxItems: 2 };
  const several = { type: "array", items: operand, minItems: 1 };
  const described = (form: JsonSchema, description: string): JsonSchema => ({ ...form, description });
  const { steps } = derivationShapes.band.shape;
  return {
    type: "object",
    properties: {
      title: plain(textShape),
      times: described(pair, "The product of two. 两者之积。"),
      plus: described(pair, "The sum of two. 两者之和。"),
      minus: described(pair, "The first less the second. 前者减后者。"),
      dividedBy: described(pair, "The first divided by the second; missing where that is 0. 前者除以后者；除数为 0 时缺失。"),
      min: described(several, "The least. 最小者。"),
      max: described(several, "The greatest. 最大者。"),
      band: described({ $ref: "#/definitions/number" }, "The fact that is put into bands. 用于分档的事实。"),
      steps: plain(steps),
      roundDownTo: { type: "number", exclusiveMinimum: 0, description: "Rounded down to a multiple of this. 向下取整到该数的倍数。" },
    },
    additionalProperties: false,
    oneOf: forms.map((form) => ({ required: [form] })),
    dependencies: { band: ["steps"], steps: ["band"] },
  };
}

function ruleFileSchema(decision: DecisionName, facts: readonly FactDefinition[]): JsonSchema {
  const own = moments[decision];
  const inRules = outcomesAt(decision, "rule");
  const combiners = inRules.map((type) => [type, { enum: outcomes[decision][type]?.combine ?? [] }]);
  const named = { type: "object", additionalProperties: { $ref: "#/definitions/conditions" }, description: "Named conditions. 命名条件。" };
  const otherwise = Object.fromEntries(own.map((moment) => [moment, { $ref: "#/definitions/otherwise" }]));
  return {
    ...draft,
    title: `Rules of ${decision}: ${decision}.json`,
    ...refined(ruleFileFrame, {
      decision: { const: decision },
      combine: { type: "object", properties: Object.fromEntries(combiners), additionalProperties: false, description: "How matches of one type combine. 同类结果的合并方式。" },
      exclusive: { type: "array", items: { type: "array", items: typeSchema(decision, inRules), minItems: 2, maxItems: 2 }, description: "Pairs that may not fire together. 互斥的结果对。" },
      otherwise: { type: "object", properties: otherwise, additionalProperties: false, description: "The outcome where no rule matches, by moment. 无规则命中时的结果。" },
      onMissing: eventSchema(decision, "onMissing"),
      conditions: named,
      rules: { type: "array", maxItems: 10_000, items: { $ref: "#/definitions/rule" } },
      examples: { type: "array", items: { $ref: "#/definitions/example" } },
      tables: { type: "array", items: { $ref: "#/definitions/table" }, description: "Tables of cases: each row is an example. 示例表：每行为一个示例。" },
    }),
    required: ["decision", "onMissing", "rules"],
    definitions: {
      ...conditionDefinitions("policy", facts),
      rule: { ...refined(ruleFrame, { priority: prioritySchema, conditions: { $ref: "#/definitions/conditions" }, event: eventSchema(decision, "rule") }), required: ["name", "title", "conditions", "event"] },
      otherwise: eventSchema(decision, "otherwise"),
      example: refined(exampleFrame, { moment: { enum: own }, facts: exampleFactsSchema(facts), expect: expectSchema(decision) }),
      table: tableSchema(decision, facts),
    },
  };
}

/** Examples beside a decision file: the same lists as in it. */
function examplesSchema(decision: DecisionName, facts: readonly FactDefinition[]): JsonSchema {
  return {
    ...draft,
    title: `Examples of ${decision}: ${decision}.examples.json`,
    ...refined(examplesFileFrame, {
      examples: { type: "array", items: { $ref: "#/definitions/example" }, description: "Cases and what is decided about them. 案例及其应有的决定。" },
      tables: { type: "array", items: { $ref: "#/definitions/table" }, description: "Tables of cases: each row is an example. 示例表：每行为一个示例。" },
    }),
    definitions: {
      example: refined(exampleFrame, { moment: { enum: moments[decision] }, facts: exampleFactsSchema(facts), expect: expectSchema(decision) }),
      table: tableSchema(decision, facts),
    },
  };
}

function tableSchema(decision: DecisionName, facts: readonly FactDefinition[]): JsonSchema {
  const expectation = expectSchema(decision);
  const { properties } = expectation;
  const outcomeColumns = typeof properties === "object" && properties !== null ? Object.keys(properties).map((name) => `expect.${name}`) : [];
  const columns = [...facts.map(({ name }) => name), "name", "moment", ...outcomeColumns];
  const descriptions = [...facts.map(describeFact), "the name of the row · 行的名称", "the moment · 时点", ...outcomeColumns.map((name) => `${name.slice("expect.".length)} of the outcome · 结果的该项`)];
  return refined(tableFrame, {
    moment: { enum: moments[decision] },
    facts: exampleFactsSchema(facts),
    expect: { ...expectation, required: [] },
    columns: { type: "array", minItems: 1, items: { enum: columns, enumDescriptions: descriptions }, description: "Facts, `name`, `moment`, `expect.…`. 事实、`name`、`moment`、`expect.…`。" },
    rows: { type: "array", items: { type: "array" }, description: "One cell a column; \"-\" says nothing. 每列一格；\"-\" 表示不写。" },
  });
}

const prioritySchema = { type: "integer", minimum: 1, description: "Higher goes first; 1 where absent. 数值大者优先，缺省为 1。" };

function reasonsSchema(): JsonSchema {
  const reasons = record({ minLength: 1, maxLength: 100 }, plain(reasonShape), "Texts of each reason code. 每个原因代码的文本。");
  return { ...draft, title: "Reasons: reasons.json", ...refined(reasonsFrame, { reasons }) };
}

function scorecardSchema(facts: readonly FactDefinition[]): JsonSchema {
  const observed = facts.filter(({ name }) => /^(?:customer|shop|device|payment|bureau|account)\./u.test(name));
  const characteristics = { type: "array", minItems: 1, maxItems: 200, items: refined(scorecardShape.shape.characteristics.element, { fact: factNameSchema("policy", observed) }), description: "Facts and what their values are worth. 特征及其分值。" };
  return { ...draft, title: "A scorecard: scorecard.json", ...refined(scorecardShape, { characteristics }) };
}

function lawSchema(facts: readonly FactDefinition[]): JsonSchema {
  const parameters = facts.filter(({ name }) => name.startsWith("law."));
  return {
    ...draft,
    title: "A law pack",
    ...refined(lawPackFrame, {
      parameters: { type: "array", items: refined(lawParameterShape, { name: factNameSchema("law", parameters) }) },
      conditions: { type: "object", additionalProperties: { $ref: "#/definitions/conditions" } },
      rules: { type: "array", items: refined(lawRuleShape, { conditions: { $ref: "#/definitions/conditions" } }) },
    }),
    definitions: conditionDefinitions("law", facts),
  };
}
