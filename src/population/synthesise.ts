import { createDraws, streamKey } from "../base/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import { drawCustomers, producedFacts } from "./draw-customers.ts";
import { createLanes } from "./lanes.ts";
import type { Population } from "./population.ts";
import { prepareProfile } from "./prepare-profile.ts";
import type { Profile } from "./profile-schema.ts";

/** What a synthetic population is made from. The same five give the same customers, bit for bit. */
export interface SyntheticInputs {
  readonly profile: Profile;
  readonly seed: string;
  /** 0, 1, 2 …: other customers of the same kind. */
  readonly replication: number;
  readonly customers: number;
  readonly dictionary: Dictionary;
}

/**
 * A population drawn from a profile. Nothing is drawn before a block is asked for, and a customer is the
 * same whatever the size of the population and of the block.
 */
export function synthesise({
  profile,
  seed,
  replication,
  customers,
  dictionary,
}: SyntheticInputs): Population {
  const facts = factsToShow(dictionary, producedFacts);
  const source = {
    profile: prepareProfile(profile, dictionary),
    dictionary,
    lanes: createLanes(createDraws(streamKey(seed, replication))),
    facts,
  };
  return {
    size: customers,
    facts,
    synthesised: [],
    kind: "synthetic",
    block: (first, count) => {
      checkBlock(first, count, customers);
      return drawCustomers(source, first, count);
    },
  };
}

/** These facts in dictionary order, as far as the dictionary has them. */
export function factsToShow(
  dictionary: Dictionary,
  available: readonly FactName[],
): readonly FactName[] {
  const known = new Set(available);
  return [...dictionary.facts.keys()].filter((fact) => known.has(fact));
}

/** A block outside the population is a defect of the caller. */
export function checkBlock(first: number, count: number, size: number): void {
  const whole = Number.isInteger(first) && Number.isInteger(count);
  if (!whole || first < 0 || count < 0 || first + count > size) {
    throw new Error(`customers ${first} to ${first + count} of ${size}`);
  }
}
