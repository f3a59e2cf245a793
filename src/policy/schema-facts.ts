import type { Dictionary, FactDefinition, FactName } from "../facts/index.ts";
import { readableFacts } from "./fact-access.ts";
import type { Reader } from "./fact-access.ts";

/** A JSON Schema, or part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** `if … then … else` of JSON Schema: editors then report the mistake in the form that was meant. */
export function choose(test: JsonSchema, fits: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  const either = otherwise === undefined ? {} : { else: otherwise };
  // oxlint-disable-next-line unicorn/no-thenable -- `then` is a keyword of JSON Schema
  return { if: test, then: fits, ...either };
}

/** The facts a reader may read, with their definitions. */
export function schemaFacts(reader: Reader, dictionary: Dictionary): readonly FactDefinition[] {
  return readableFacts(reader, dictionary).flatMap((name) => dictionary.facts.get(name) ?? []);
}

/**
 * Names of facts with what each means, for completion and hover. A policy's own parameters and derived facts are
 * let through by their prefix, because only policy.json knows them.
 */
export function factNameSchema(reader: Reader, facts: readonly FactDefinition[]): JsonSchema {
  const known = { enum: facts.map(({ name }) => name), enumDescriptions: facts.map(describeFact) };
  const described = { type: "string", description: "A fact of rules/dictionary.json. 字典中的事实。" };
  if (reader === "law") return { ...described, ...known };
  return { ...described, anyOf: [known, { pattern: "^param\\.[A-Za-z][A-Za-z0-9]*$" }, { pattern: "^derived\\.[A-Za-z][A-Za-z0-9]*$" }] };
}

/** Title, meaning, unit and domain in both languages, on a few lines. */
export function describeFact(fact: FactDefinition): string {
  const { title, description } = fact;
  return [`${title.en} · ${title.zh}`, description.en, description.zh, domainOf(fact), fact.nullable ? "may be missing 可能缺失" : ""]
    .filter((line) => line !== "")
    .join("\n");
}

function domainOf(fact: FactDefinition): string {
  switch (fact.type) {
    case "boolean":
      return "true, false";
    case "enum":
      return fact.values.join(", ");
    case "integer":
    case "decimal":
      return `${fact.min} – ${fact.max} ${fact.unit}`;
  }
}

/** One value of a fact. */
export function factValueSchema(fact: FactDefinition): JsonSchema {
  switch (fact.type) {
    case "boolean":
      return { type: "boolean" };
    case "enum":
      return { enum: fact.values };
    case "integer":
    case "decimal":
      return { type: fact.type === "integer" ? "integer" : "number", minimum: fact.min, maximum: fact.max };
  }
}

/** The facts of an example: any of these, each with a value that fits or null where it is missing. */
export function exampleFactsSchema(facts: readonly FactDefinition[]): JsonSchema {
  const properties: [FactName, JsonSchema][] = facts.map((fact) => [fact.name, exampleFact(fact)]);
  return {
    type: "object",
    description: "What departs from the typical applicant; null: missing. 与典型申请人不同之处；null 表示缺失。",
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

function exampleFact(fact: FactDefinition): JsonSchema {
  const value = factValueSchema(fact);
  const description = describeFact(fact);
  if (!fact.nullable) return { ...value, description };
  return { anyOf: [value, { type: "null" }], description };
}
