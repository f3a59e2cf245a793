import { extendDictionary, type Dictionary, type FactDefinition } from "../facts/index.ts";
import type { Attribute, FactSource, Mapping } from "./mapping-schema.ts";

/**
 * The mapping with its attributes as facts, and the dictionary that knows them. For scorecards and backtests: rule
 * files are read with the dictionary as it is, so no rule can name an attribute.
 */
export function withAttributes(
  mapping: Mapping,
  dictionary: Dictionary,
): { readonly mapping: Mapping; readonly dictionary: Dictionary } {
  const attributes = Object.entries(mapping.attributes ?? {});
  const facts = Object.fromEntries(attributes.map(([name, one]) => [name, sourceOf(one)]));
  const definitions = attributes.map(([name, one]) => definitionOf(name, one));
  return {
    mapping: { ...mapping, facts: { ...mapping.facts, ...facts } },
    dictionary: extendDictionary(dictionary, definitions),
  };
}

function sourceOf(attribute: Attribute): FactSource {
  const { column, source } = attribute;
  const read = "values" in attribute ? { column, recode: attribute.values } : { column };
  return source === undefined ? read : { ...read, source };
}

function definitionOf(name: string, attribute: Attribute): FactDefinition {
  const title = attribute.title ?? { en: attribute.column, zh: attribute.column };
  const common = {
    name,
    title,
    description: title,
    nullable: true,
    producedBy: "population",
    level: 3,
    sensitive: false,
    riskFactor: true,
  } as const;
  if ("values" in attribute) {
    const values = [...new Set(Object.values(attribute.values))];
    return { ...common, type: "enum", values, typical: values[0] ?? "" };
  }
  const { min, max, decimals = 0, unit = "" } = attribute;
  return {
    ...common,
    type: decimals === 0 ? "integer" : "decimal",
    decimals,
    min,
    max,
    unit,
    typical: min,
  };
}
