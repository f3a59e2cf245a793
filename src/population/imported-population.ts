import { createDraws, streamKey } from "../base/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import { drawCustomers, producedFacts, type BlockSource } from "./draw-customers.ts";
import { createInference, type Signals } from "./infer-traits.ts";
import { createLanes } from "./lanes.ts";
import type { Population } from "./population.ts";
import { prepareProfile } from "./prepare-profile.ts";
import type { Profile } from "./profile-schema.ts";
import { checkBlock, factsToShow } from "./synthesise.ts";

/** An imported file as columns: plain data and typed arrays, so it travels to threads as it is. */
export interface ImportedData {
  readonly customers: number;
  /** Facts read from the file, encoded; NaN where it has no value. */
  readonly columns: ReadonlyMap<FactName, Float64Array>;
  /** Facts that are the same for everybody. */
  readonly constants: ReadonlyMap<FactName, number>;
  readonly outcome?: Uint8Array;
  /** What the watched column came to, where one was watched. */
  readonly watched?: Float64Array;
  readonly signals: Signals;
}

/** What turns imported columns into customers: the profile supplies what the file lacks. */
export interface ImportedInputs {
  readonly data: ImportedData;
  readonly profile: Profile;
  readonly seed: string;
  readonly replication?: number;
  readonly dictionary: Dictionary;
}

/** Imported customers: what the file says, and the rest drawn given it. */
export function importedPopulation({
  data,
  profile,
  seed,
  replication = 0,
  dictionary,
}: ImportedInputs): Population {
  const { columns, constants, outcome } = data;
  const fromFile = [...columns.keys(), ...constants.keys()];
  const facts = factsToShow(dictionary, [...producedFacts, ...fromFile]);
  const synthesised = factsToShow(dictionary, producedFacts).filter(
    (fact) => !fromFile.includes(fact),
  );
  const source: BlockSource = {
    profile: prepareProfile(profile, dictionary),
    dictionary,
    lanes: createLanes(createDraws(streamKey(seed, replication))),
    facts,
    imported: {
      given: (first, count) => givenColumns(data, first, count),
      infer: createInference(data.signals),
      ...(outcome === undefined
        ? {}
        : { outcome: (first: number, count: number) => outcome.slice(first, first + count) }),
    },
  };
  return {
    size: data.customers,
    facts,
    synthesised,
    kind: "imported",
    block: (first, count) => {
      checkBlock(first, count, data.customers);
      return drawCustomers(source, first, count);
    },
  };
}

function givenColumns(
  { columns, constants }: ImportedData,
  first: number,
  count: number,
): Map<FactName, Float64Array> {
  const given = new Map<FactName, Float64Array>();
  // copies: a block may be changed by who asked for it, the file's columns never
  for (const [fact, values] of columns) given.set(fact, values.slice(first, first + count));
  for (const [fact, value] of constants) given.set(fact, new Float64Array(count).fill(value));
  return given;
}
