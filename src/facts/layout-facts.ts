import type { Dictionary, FactLayout, FactName } from "./dictionary.ts";

/** A dictionary never changes: its layout is made once. */
const made = new WeakMap<Dictionary, FactLayout>();

/** A slot for every fact, in dictionary order: extending a dictionary leaves the slots of the shared facts. */
export function layoutFacts(dictionary: Dictionary): FactLayout {
  const layout = made.get(dictionary) ?? layoutOf(dictionary);
  made.set(dictionary, layout);
  return layout;
}

function layoutOf(dictionary: Dictionary): FactLayout {
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
