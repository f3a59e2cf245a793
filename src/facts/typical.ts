import type { Dictionary, FactLayout, FactName } from "./dictionary.ts";
import { encodeFact } from "./encode-fact.ts";

/** The typical applicant, from whom examples start: every fact of the dictionary with its typical value. */
export function typicalFacts(dictionary: Dictionary): Record<FactName, boolean | number | string> {
  return Object.fromEntries([...dictionary.facts].map(([name, { typical }]) => [name, typical]));
}

/** The typical applicant as a row; a new one each time, so that it may be written to. */
export function typicalRow(layout: FactLayout): Float64Array {
  return Float64Array.from(layout.dictionary.facts.values(), (fact) =>
    encodeFact(fact, fact.typical),
  );
}
