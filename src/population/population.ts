import type { FactName } from "../facts/index.ts";

/**
 * Traits nobody observes, one number a customer. The policy room cannot name this type;
 * nothing here may ever be written into a fact.
 */
export interface LatentColumns {
  /** Repayment quality, standard normal; higher repays better. */
  readonly quality: Float64Array;
  /** Demand multiplier on purchases, mean near 1. */
  readonly demand: Float64Array;
  /** True monthly income in fen (declared income is a fact). */
  readonly incomeFen: Float64Array;
  /** Tendency to over-borrow, standard normal. */
  readonly overborrowing: Float64Array;
  /** Care in reading and ticking: uniform in (0,1); the consent propensities compare with it. */
  readonly attention: Float64Array;
  /** Propensity to consent when asked openly, per consent source in dictionary order: uniform in (0,1). */
  readonly consent: readonly Float64Array[];
  /** Share of a customer's wish for credit: uniform in (0,1), for applications. */
  readonly creditAppetite: Float64Array;
}

/** Customers `first` … `first + count − 1`, in columns of length `count`. */
export interface CustomerBlock {
  readonly first: number;
  readonly count: number;
  /** Facts the population produces, encoded as in the layout; NaN where missing. */
  readonly observed: ReadonlyMap<FactName, Float64Array>;
  readonly latent: LatentColumns;
  /** What really became of imported customers: 1 defaulted, 0 repaid, 255 unknown. Never enters a decision. */
  readonly outcome?: Uint8Array;
}

/** Customers that every policy meets alike. */
export interface Population {
  readonly size: number;
  /** Observed facts, in dictionary order. */
  readonly facts: readonly FactName[];
  /** Facts that an import lacks and that were drawn; empty for a synthetic population, where all are. */
  readonly synthesised: readonly FactName[];
  readonly kind: "synthetic" | "imported";
  /** Customer i is the same whatever the size and whichever block she is drawn in. */
  block(first: number, count: number): CustomerBlock;
}
