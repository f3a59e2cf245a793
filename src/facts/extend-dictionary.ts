import type { Dictionary, FactDefinition } from "./dictionary.ts";

/**
 * The dictionary with more facts after its own: a policy's parameters and derived facts. Throws where a name
 * is taken: the reader that makes the definitions reports that to the author first.
 */
export function extendDictionary(
  dictionary: Dictionary,
  definitions: Iterable<FactDefinition>,
): Dictionary {
  const facts = new Map(dictionary.facts);
  for (const definition of definitions) {
    if (facts.has(definition.name))
      throw new Error(`fact ${definition.name} is in the dictionary already`);
    facts.set(definition.name, definition);
  }
  return { facts };
}
