import { encodeFact, type Dictionary, type FactDefinition, type FactName } from "../../facts/index.ts";
import { compileLaw, factsOfActs, type ActKind, type CompiledLaw, type KnownFacts, type LawRule } from "../../policy/index.ts";
import type { FactValues } from "./act-facts.ts";
import { createAnswers, type Answers } from "./answers.ts";
import type { JudgesInputs } from "./judges.ts";

/** The rules for one form of act: compiled once it is said what is known of the form, and what changes. */
export type FoldedLaw = (form: {
  /** What never changes, with the author's word and without it; what is in neither, nor changes, is missing. */
  readonly known: FactValues;
  readonly undeclared: FactValues;
  /** The facts of the rows that are judged, in their order. */
  readonly changing: readonly FactName[];
  /** Of these, the facts that are copies of a slot of the customer's row, with the slot. */
  readonly copies: ReadonlyMap<FactName, number>;
}) => { readonly law: CompiledLaw; readonly answer: Answers };

/** Compiles the rules for a kind of act as they stand in a season; `dates` is the first date of each. */
export function createLawCompiler({ packs, layout }: JudgesInputs, dates: readonly string[]): (kind: ActKind, season: number) => FoldedLaw {
  const dictionaries = new Map<ActKind, Dictionary>();
  const numbers = new Map<LawRule, number>(packs.flatMap(({ rules }) => rules).map((rule, number) => [rule, number]));
  return (kind, season) => {
    const dictionary = dictionaries.get(kind) ?? dictionaryOf(packs, kind, layout.dictionary);
    dictionaries.set(kind, dictionary);
    return ({ known, undeclared, changing, copies }) => {
      const law = compileLaw({
        packs,
        act: kind,
        date: dates[season] ?? "",
        layout: { dictionary, size: changing.length, slot: (name) => changing.indexOf(name) },
        known: allBut(changing, dictionary, known),
        signPlaces: { size: layout.size, slot: (name) => copies.get(name) ?? layout.size + changing.indexOf(name) },
        also: Object.keys(known).length === Object.keys(undeclared).length ? undefined : allBut(changing, dictionary, undeclared),
      });
      return { law, answer: createAnswers(law.rules.map((rule) => numberOf(numbers, rule)), law.words) };
    };
  };
}

/** The facts that rules for a kind of act read: any of them may be missing, whatever the dictionary says of applicants. */
function dictionaryOf(packs: JudgesInputs["packs"], kind: ActKind, { facts }: Dictionary): Dictionary {
  const named = new Set(packs.flatMap((pack) => [...factsOfActs(pack, kind)]));
  const read = new Map<FactName, FactDefinition>();
  for (const [name, fact] of facts) if (named.has(name)) read.set(name, { ...fact, nullable: true });
  return { facts: read };
}

/** Every other fact that the rules read as known: to have this value, or to be missing. */
function allBut(changing: readonly FactName[], { facts }: Dictionary, values: FactValues): KnownFacts {
  const known = new Map<FactName, number>();
  for (const [name, definition] of facts) known.set(name, encodeFact(definition, values[name]));
  for (const name of changing) known.delete(name);
  return known;
}

function numberOf(numbers: ReadonlyMap<LawRule, number>, rule: LawRule): number {
  const number = numbers.get(rule);
  if (number === undefined) throw new Error(`compiled rule ${rule.id} is in no pack`);
  return number;
}
