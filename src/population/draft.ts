import type { FactName } from "../facts/index.ts";
import type { Lanes } from "./lanes.ts";
import type { PreparedProfile } from "./prepare-profile.ts";

/** Latent columns while they are made; `status` is the part of income that quality does not explain. */
export interface LatentDraft {
  readonly quality: Float64Array;
  readonly status: Float64Array;
  readonly demand: Float64Array;
  /** The standard normal behind demand. */
  readonly demandNormal: Float64Array;
  readonly incomeFen: Float64Array;
  readonly overborrowing: Float64Array;
  readonly attention: Float64Array;
  readonly consent: readonly Float64Array[];
  readonly creditAppetite: Float64Array;
}

/**
 * A block of customers while it is made: columns that steps fill one after the other, each reading what
 * earlier ones left. What an imported file gives replaces what a step drew before the next step reads it.
 */
export interface Draft {
  readonly first: number;
  readonly count: number;
  /** The static draws of the block. */
  readonly lanes: Lanes;
  readonly profile: PreparedProfile;
  readonly columns: ReadonlyMap<FactName, Float64Array>;
  readonly latent: LatentDraft;
  /** Imported columns of this block, NaN where the file has no value. */
  readonly given: ReadonlyMap<FactName, Float64Array>;
}

/** One step: the facts it fills, and how. */
export interface Step {
  readonly facts: readonly FactName[];
  readonly draw: (draft: Draft) => void;
}

/** The column of a fact. Throws for one that no step owns: a defect of ours. */
export function column(draft: Draft, fact: FactName): Float64Array {
  const found = draft.columns.get(fact);
  if (found === undefined) throw new Error(`no column for ${fact}`);
  return found;
}

/**
 * Lets the imported file have the last word on a fact. Where the file has no value, a fact that may be
 * missing is missing and one that may not keeps the drawn value.
 */
export function settle(draft: Draft, fact: FactName): void {
  const given = draft.given.get(fact);
  if (given === undefined) return;
  const out = column(draft, fact);
  const mayMiss = draft.profile.nullable.has(fact);
  for (let i = 0; i < draft.count; i++) {
    const value = given[i] ?? Number.NaN;
    if (mayMiss || value === value) out[i] = value;
  }
}
