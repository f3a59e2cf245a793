import { BlockDraws } from "./draw-blocks.ts";
import { normalQuantile } from "./normal-quantile.ts";
import type { StreamKey } from "./stream-key.ts";

/**
 * Draws that are addressed, never counted: the same (customer, month, purpose) gives the same number
 * whatever was drawn before. Month −1 is for static traits; months of a seasoned book lie below it.
 * Purposes 4n … 4n + 3 of one customer and month cost one block together, if drawn next to each other.
 */
export interface Draws {
  /** A uniform strictly between 0 and 1: a multiple of 2^−32 plus 2^−33. */
  uniform(customer: number, month: number, purpose: number): number;
  /** A standard normal by inverse CDF of the uniform at the same address: monotone in it; within ±6.3. */
  normal(customer: number, month: number, purpose: number): number;
}

/** The draws of one key. Keeps the last block, so it is not to be shared between threads. */
export function createDraws(key: StreamKey): Draws {
  return new KeyDraws(key);
}

/** A class for the reason that `BlockDraws` is one. */
class KeyDraws implements Draws {
  readonly #blocks: BlockDraws;
  readonly #four = new Float64Array(4);
  /** Customer, month and group of the block at hand; −1 is no customer. */
  readonly #at = new Float64Array([-1, 0, 0]);

  constructor(key: StreamKey) {
    this.#blocks = new BlockDraws(key);
  }

  uniform(customer: number, month: number, purpose: number): number {
    const at = this.#at;
    const four = this.#four;
    const group = purpose >> 2;
    if (at[0] !== customer || at[1] !== month || at[2] !== group) {
      at[0] = customer;
      at[1] = month;
      at[2] = group;
      this.#blocks.write(four, 0, customer, month, group, 1);
    }
    return four[purpose & 3] ?? 0;
  }

  normal(customer: number, month: number, purpose: number): number {
    return normalQuantile(this.uniform(customer, month, purpose));
  }
}
