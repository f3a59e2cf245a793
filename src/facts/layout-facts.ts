import type { Dictionary, FactLayout, FactName } from "./dictionary.ts";

/** A slot for every fact, in dictionary order: extending a dictionary leaves the slots of the shared facts. */
export function layoutFacts(dictionary: Dictionary): FactLayout {
  const slots = new Map<FactName, number>();
  for (const name of dictionary.facts.keys()) slots.set(name, slots.size);
  return {
    dictionary,
    size: slots.size,
    slot: (name) => {
      const slot = slots.get(name);
      if (slot === undefined) throw new Error(`fact ${name} is not in the dictionary`);
      return slot;
    },
  };
}
