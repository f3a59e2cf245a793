import type { Dictionary, FactDefinition } from "../../facts/index.ts";
import { conditionDefinitions, decisionNames, factNameSchema, moments, schemaFacts } from "../../policy/index.ts";
import type { DecisionName, JsonSchema, RuleFile } from "../../policy/index.ts";
import { outcomeFacts } from "../outcomes/outcome-facts.ts";
import { claimKinds } from "./claim.ts";

const text = { type: "object", properties: { en: { type: "string" }, zh: { type: "string" } }, required: ["en", "zh"], additionalProperties: false };
const names = { type: "array", items: { type: "string" } };
const meanings: readonly string[] = [
  "`then` is true of every applicant of `when` · 凡符合 when 者 then 恒成立",
  "`then` is true of nobody of `when` · 凡符合 when 者 then 永不成立",
  "as the fact rises the outcome never falls, or rises · 事实升高时结果不降（或不升）",
  "none of these facts alone changes an outcome · 这些事实单独不改变结果",
  "some rule decides about everybody · 每位申请人都由某条规则决定",
  "nothing differs from another policy or git revision · 与另一政策或 git 版本完全一致",
];

/** The JSON Schema of `invariants.json`: claims about every possible applicant, and those a policy is known to break. */
export function claimsSchema(dictionary: Dictionary): JsonSchema {
  // What rules say is each policy's own; the facts that speak of it are the same everywhere.
  const decisions = { enrolment: silent("enrolment"), limit: silent("limit"), pricing: silent("pricing"), closure: silent("closure"), monitoring: silent("monitoring") };
  const outcomes = outcomeFacts({ reasons: new Map(), arrangements: {}, decisions });
  const facts = schemaFacts("policy", dictionary);
  const isKnown = (fact: FactDefinition): boolean => fact.type !== "enum" || fact.values.length > 0;
  const fact = { $ref: "#/definitions/fact" };
  const byDecision = Object.fromEntries(decisionNames.map((name) => [name, { type: "array", items: { enum: moments[name] }, minItems: 1 }]));
  const places = decisionNames.flatMap((name) => moments[name].map((moment) => `${name}@${moment}`));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Claims about every possible applicant: invariants.json",
    type: "object",
    required: ["claims"],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      claims: { type: "array", items: { $ref: "#/definitions/claim" }, description: "What must hold for every applicant. 对每位申请人都必须成立的不变量。" },
      exceptions: { type: "array", items: { $ref: "#/definitions/exception" }, description: "Claims that this policy is known to break, with the reason. 本政策已知违反的不变量及理由。" },
    },
    definitions: {
      ...conditionDefinitions("policy", [...facts, ...outcomes.filter(isKnown)]),
      fact: factNameSchema("policy", [...facts, ...outcomes]),
      claim: {
        type: "object",
        required: ["name", "kind", "title"],
        additionalProperties: false,
        properties: {
          name: { type: "string", minLength: 1, description: "Its id: INV-101. 编号。" },
          kind: { enum: claimKinds, enumDescriptions: meanings, description: "What kind of claim. 不变量的类型。" },
          title: { ...text, description: "What must hold, in a few words. 用几个词说明须成立的内容。" },
          why: text,
          level: { enum: ["error", "warning", "note"] },
          serves: { ...names, description: "Law rules that it answers. 所对应的法规规则。" },
          at: { type: "object", properties: byDecision, additionalProperties: false, description: "Moments, by decision. 各决策的时点。" },
          when: { $ref: "#/definitions/conditions" },
          // oxlint-disable-next-line unicorn/no-thenable -- what must be true of an applicant is called `then`
          then: { $ref: "#/definitions/conditions" },
          fact,
          outcome: fact,
          never: { enum: ["falls", "rises"], description: "What the outcome never does as the fact rises. 事实升高时结果永不下降或上升。" },
          order: { ...names, description: "Words of the outcome, the lowest first. 结果词语，由低到高。" },
          of: { type: "array", items: fact, minItems: 1 },
          outcomes: { type: "array", items: fact, minItems: 1 },
          decision: { enum: decisionNames },
          since: { type: "string", description: "A policy, a folder, or git:REVISION. 政策、文件夹或 git:版本。" },
          decisions: { type: "array", items: { enum: decisionNames } },
        },
      },
      exception: {
        type: "object",
        required: ["claim", "why"],
        additionalProperties: false,
        properties: { claim: { type: "string", description: "Name of the claim. 不变量编号。" }, why: { ...text, description: "Why it is accepted. 为何接受。" }, at: { type: "array", minItems: 1, items: { enum: places } } },
      },
    },
  };
}

function silent(decision: DecisionName): RuleFile {
  return { decision, combine: {}, exclusive: [], otherwise: {}, onMissing: { type: "no-action" }, conditions: {}, rules: [], examples: [], file: "" };
}
