import { decodeFact } from "../../facts/index.ts";
import type { Dictionary, FactDefinition, FactName } from "../../facts/index.ts";
import type { KnownFacts } from "../compiled.ts";
import type { Side, TypedFact } from "./node.ts";

/** Where the facts of conditions come from. */
export interface FactSource {
  /** The side a fact makes: a constant where it is known; undefined for a name nobody knows. */
  side(name: FactName): Side | undefined;
}

/** Facts of a dictionary, the known ones as constants (NaN: known to be missing), and names outside the dictionary. */
export function makeFactSource(input: {
  readonly dictionary: Dictionary;
  readonly known: KnownFacts;
  /** Derived facts by name that a row may miss, whatever the dictionary says. */
  readonly mayMiss?: ReadonlySet<FactName>;
  readonly outside?: readonly FactName[];
}): FactSource {
  const { dictionary, known, mayMiss, outside = [] } = input;
  const indices = new Map(outside.map((name, index) => [name, index]));
  return {
    side(name) {
      const index = indices.get(name);
      if (index !== undefined) return { kind: "outside", name, index, path: [] };
      const definition = dictionary.facts.get(name);
      if (definition === undefined) return undefined;
      const code = known.get(name);
      if (code !== undefined && code === code) return { kind: "constant", value: decodeFact(definition, code) };
      const nullable = definition.nullable || mayMiss?.has(name) === true;
      return { ...typed(definition, nullable), ...(code === undefined ? {} : { absent: true }) };
    },
  };
}

function typed(definition: FactDefinition, nullable: boolean): TypedFact {
  const common = { kind: "typed", name: definition.name, nullable } as const;
  switch (definition.type) {
    case "boolean":
      return { ...common, values: [false, true] };
    case "enum":
      return { ...common, values: definition.values };
    case "integer":
    case "decimal":
      return common;
  }
}
