import type { Text } from "../../base/index.ts";
import type { Dictionary, FactName } from "../../facts/index.ts";

/** What facts and their values are called where people read them: by name of the fact. */
export type FactWords = ReadonlyMap<FactName, { readonly title: Text; readonly values: Readonly<Record<string, Text>> }>;

/** The words of a dictionary. */
export function factWords(dictionary: Dictionary): FactWords {
  return new Map([...dictionary.facts.values()].map((fact) => [fact.name, { title: fact.title, values: (fact.type === "enum" ? fact.valueTitles : undefined) ?? {} }]));
}
