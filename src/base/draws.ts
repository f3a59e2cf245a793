import { normalQuantile } from "./normal-quantile.ts";
import { philox } from "./philox.ts";
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

/** Months −1,000 … become counter words from 0. */
const monthOffset = 1000;
const word = 4294967296;

/** The draws of one key. Keeps the last block, so it is not to be shared between threads. */
export function createDraws(key: StreamKey): Draws {
  const lanes = new Int32Array(4);
  // customer, month and group of the block in `lanes`; −1 is no customer
  const at = new Float64Array([-1, 0, 0]);
  const { low, high } = key;

  const uniform = (customer: number, month: number, purpose: number): number => {
    const group = purpose >> 2;
    if (at[0] !== customer || at[1] !== month || at[2] !== group) {
      at[0] = customer;
      at[1] = month;
      at[2] = group;
      philox(
        lanes,
        customer,
        customer < word ? 0 : Math.floor(customer / word),
        month + monthOffset,
        group,
        low,
        high,
      );
    }
    return (((lanes[purpose & 3] ?? 0) >>> 0) + 0.5) / word;
  };
  return {
    uniform,
    normal: (customer, month, purpose) => normalQuantile(uniform(customer, month, purpose)),
  };
}
