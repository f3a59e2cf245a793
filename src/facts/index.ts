export { checkFactValue } from "./check-fact-value.ts";
export { decodeFact } from "./decode-fact.ts";
export { dictionarySchema } from "./dictionary-schema.ts";
export { consentSources, dataCategories } from "./dictionary.ts";
export type {
  BooleanFact,
  ConsentSource,
  DataCategory,
  Dictionary,
  EnumFact,
  FactDefinition,
  FactLayout,
  FactName,
  NumberFact,
  Producer,
} from "./dictionary.ts";
export { encodeFact } from "./encode-fact.ts";
export { extendDictionary } from "./extend-dictionary.ts";
export { factPrefixes, hasPrefix } from "./prefixes.ts";
export { layoutFacts } from "./layout-facts.ts";
export { readDictionary } from "./read-dictionary.ts";
export { typicalFacts, typicalRow } from "./typical.ts";
