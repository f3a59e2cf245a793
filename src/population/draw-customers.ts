import { consentSources, type Dictionary, type FactName } from "../facts/index.ts";
import { bureau } from "./draw-bureau.ts";
import { devices } from "./draw-devices.ts";
import type { Draft, LatentDraft, Step } from "./draft.ts";
import { income } from "./draw-income.ts";
import type { Lanes } from "./lanes.ts";
import { payments } from "./draw-payments.ts";
import { basics, standing } from "./draw-person.ts";
import { scores } from "./draw-scores.ts";
import { shopHabits, shopping } from "./draw-shop.ts";
import { traits } from "./draw-traits.ts";
import type { PreparedProfile } from "./prepare-profile.ts";
import type { CustomerBlock } from "./population.ts";

/** A customer is made in this order; each step reads what earlier ones left. */
const steps: readonly Step[] = [
  traits,
  basics,
  standing,
  income,
  shopping,
  shopHabits,
  devices,
  payments,
  bureau,
  scores,
];

/** Every fact that the population makes by itself. */
export const producedFacts: readonly FactName[] = steps.flatMap((step) => step.facts);

/** Where a block's customers come from. */
export interface BlockSource {
  readonly profile: PreparedProfile;
  readonly dictionary: Dictionary;
  readonly lanes: Lanes;
  /** Facts to show, in dictionary order. */
  readonly facts: readonly FactName[];
  /** Fills in what a file gives before the facts are drawn: columns, and latent traits given them. */
  readonly imported?: {
    readonly given: (first: number, count: number) => ReadonlyMap<FactName, Float64Array>;
    readonly infer: (draft: Draft) => void;
    readonly outcome?: (first: number, count: number) => Uint8Array;
  };
}

/** Makes customers `first` … `first + count − 1`. */
export function drawCustomers(source: BlockSource, first: number, count: number): CustomerBlock {
  const { profile, dictionary, lanes, imported } = source;
  lanes.start(first, count);
  const given = imported?.given(first, count) ?? new Map<FactName, Float64Array>();
  const draft: Draft = {
    first,
    count,
    lanes,
    profile,
    given,
    columns: columnsFor(producedFacts, count),
    latent: latentColumns(count),
  };
  for (const step of steps) {
    step.draw(draft);
    if (step === traits) imported?.infer(draft);
  }
  const observed = new Map<FactName, Float64Array>();
  for (const fact of source.facts) {
    const values = draft.columns.get(fact) ?? given.get(fact);
    if (values === undefined) throw new Error(`nobody produces ${fact}`);
    clampToDomain(values, dictionary, fact);
    observed.set(fact, values);
  }
  const { status: _status, demandNormal: _demand, ...latent } = draft.latent;
  const outcome = imported?.outcome?.(first, count);
  return outcome === undefined
    ? { first, count, observed, latent }
    : { first, count, observed, latent, outcome };
}

/** One buffer for all columns: the collector sees one object a block. */
function columnsFor(facts: readonly FactName[], count: number): Map<FactName, Float64Array> {
  const buffer = new Float64Array(facts.length * count);
  return new Map(
    facts.map((fact, index) => [fact, buffer.subarray(index * count, (index + 1) * count)]),
  );
}

function latentColumns(count: number): LatentDraft {
  const buffer = new Float64Array((8 + consentSources.length) * count);
  const part = (index: number): Float64Array => buffer.subarray(index * count, (index + 1) * count);
  return {
    quality: part(0),
    status: part(1),
    demand: part(2),
    incomeFen: part(3),
    overborrowing: part(4),
    attention: part(5),
    creditAppetite: part(6),
    demandNormal: part(7),
    consent: consentSources.map((_, index) => part(8 + index)),
  };
}

/** The dictionary has the last word on what a fact can be. */
function clampToDomain(values: Float64Array, dictionary: Dictionary, fact: FactName): void {
  const definition = dictionary.facts.get(fact);
  if (definition === undefined || definition.type === "boolean" || definition.type === "enum")
    return;
  const { min, max } = definition;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value < min) values[i] = min;
    else if (value > max) values[i] = max;
  }
}
