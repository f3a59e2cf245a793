import { createDrawBlocks, type StreamKey } from "../base/index.ts";
import { purposes } from "./purposes.ts";

/**
 * The four draws of purposes 4n … 4n + 3 of a customer and month at once: the same numbers as `Draws.uniform` gives
 * one by one (a test holds them together). What most months need is drawn for all her months to come together, which
 * costs a third.
 */
export interface Luck {
  /** Where the draws of a purpose that is a multiple of four stand in `values` for this month: four in a row. */
  at(customer: number, month: number): number;
  readonly values: Float64Array;
}

/** What is drawn month by month: for everybody, for an account, for a purchase. */
export type Lucks = Readonly<Record<"month" | "account" | "purchase", Luck>>;

/** The luck of the months `first` … `last`. */
export function createLucks(key: StreamKey, months: { readonly first: number; readonly last: number }): Lucks {
  return {
    month: createLuck(key, purposes.shock, months),
    account: createLuck(key, purposes.strength, months),
    purchase: createLuck(key, purposes.amount, months),
  };
}

/** The luck of one key, a purpose and the months `first` … `last`. Not to be shared between threads. */
export function createLuck(key: StreamKey, purpose: number, { first, last }: { readonly first: number; readonly last: number }): Luck {
  const draw = createDrawBlocks(key);
  const values = new Float64Array((last - first + 1) * 4);
  let whose = -1;
  /** The first month drawn. */
  let from = 0;
  return {
    values,
    at(customer, month) {
      if (customer !== whose || month < from) {
        whose = customer;
        from = month;
        draw(values, (month - first) * 4, customer, month, purpose >> 2, last - month + 1);
      }
      return (month - first) * 4;
    },
  };
}
