import { encodeFact, extendDictionary, layoutFacts, type Dictionary, type FactLayout } from "../../facts/index.ts";
import { caseRow, inForce, makeScorer, scoreFact, type Policy, type Scorecard } from "../../policy/index.ts";
import type { ImportedData, Population } from "../../population/index.ts";
import type { GivenFacts } from "../read-facts.ts";

/** Rows of a file as customers: what the file says, and what was drawn where it says nothing. */
export interface ImportedRows {
  readonly data: ImportedData;
  readonly population: Population;
  /** With the file's attributes. */
  readonly dictionary: Dictionary;
}

/** One row twice: with the gaps of the file filled by draws, and as the file has it, gaps missing. */
export interface RowPair {
  readonly at: number;
  readonly filled: Float64Array;
  readonly bare: Float64Array;
}

/** A policy as rows of a file are put to it. */
export interface RowGround {
  readonly policy: Policy;
  readonly layout: FactLayout;
  /** Every row under the policy; the pair is used again for the next, and the moment is the reader's to write. */
  readonly rows: (situation: GivenFacts) => Iterable<RowPair>;
}

const blockSize = 4096;

/** Makes a policy ready: with a scorecard in place of its own where one is given, and with every fact of a customer allowed to be missing. */
export function openRows(policy: Policy, imported: ImportedRows, scorecard: Scorecard | undefined): RowGround {
  const dictionary = loosened(policy.dictionary, imported.dictionary);
  const scored: Policy = { ...policy, dictionary, ...(scorecard === undefined ? {} : { scorecard: { ...scorecard, status: "in-force" } }) };
  const layout = layoutFacts(dictionary);
  return { policy: scored, layout, rows: (situation) => eachRow({ policy: scored, layout, imported, situation }) };
}

/** The policy's dictionary with the attributes of the file; facts of customers may be missing, because a file may lack any. */
function loosened(own: Dictionary, ofFile: Dictionary): Dictionary {
  const more = [...ofFile.facts.values()].filter(({ name }) => !own.facts.has(name));
  const all = extendDictionary(own, more);
  return { facts: new Map([...all.facts].map(([name, fact]) => [name, fact.producedBy === "population" ? { ...fact, nullable: true } : fact])) };
}

interface RowsOf {
  readonly policy: Policy;
  readonly layout: FactLayout;
  readonly imported: ImportedRows;
  readonly situation: GivenFacts;
}

function* eachRow({ policy, layout, imported, situation }: RowsOf): Generator<RowPair> {
  const { data, population } = imported;
  const own = [...layout.dictionary.facts.values()].filter(({ producedBy }) => producedBy === "population").map(({ name }) => ({ name, slot: layout.slot(name) }));
  const filled = caseRow({ moment: "application", facts: situation }, layout);
  const bare = filled.slice();
  const constants = new Map(own.map(({ name }) => [name, data.constants.get(name) ?? Number.NaN]));
  const score = scoring(policy, layout);
  const again = Object.entries(situation).flatMap(([name, value]) => givenAgain(layout, name, value));
  for (let first = 0; first < population.size; first += blockSize) {
    const block = population.block(first, Math.min(blockSize, population.size - first));
    const columns = own.map(({ name, slot }) => ({ slot, drawn: block.observed.get(name), read: data.columns.get(name), constant: constants.get(name) ?? Number.NaN }));
    for (let index = 0; index < block.count; index++) {
      for (const { slot, drawn, read, constant } of columns) {
        filled[slot] = drawn?.[index] ?? Number.NaN;
        bare[slot] = read?.[first + index] ?? constant;
      }
      for (const [slot, value] of again) for (const row of [filled, bare]) row[slot] = value;
      score(filled, bare);
      yield { at: first + index, filled, bare };
    }
  }
}

/** A customer's fact set by hand holds for every row, whatever the file says. */
function givenAgain(layout: FactLayout, name: string, value: GivenFacts[string]): readonly (readonly [number, number])[] {
  const definition = layout.dictionary.facts.get(name);
  return definition?.producedBy !== "population" ? [] : [[layout.slot(name), encodeFact(definition, value)]];
}

/** Writes the score of a scorecard in force; it is the file's only where all that it reads is. */
function scoring({ scorecard }: Policy, layout: FactLayout): (filled: Float64Array, bare: Float64Array) => void {
  const own = inForce(scorecard);
  if (own === undefined) return () => {};
  const scorer = makeScorer(own, layout);
  const [slot, inputs] = [layout.slot(scoreFact), own.characteristics.map(({ fact }) => layout.slot(fact))];
  return (filled, bare) => {
    const drawn = inputs.some((input) => Number.isNaN(bare[input] ?? Number.NaN) && !Number.isNaN(filled[input] ?? Number.NaN));
    filled[slot] = scorer.points(filled);
    bare[slot] = drawn ? Number.NaN : scorer.points(bare);
  };
}
