import { BlockDraws, type StreamKey } from "../base/index.ts";
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
export function createLuck(key: StreamKey, purpose: number, months: { readonly first: number; readonly last: number }): Luck {
  return new KeptLuck(key, purpose, months);
}

/** A class for the reason that `BlockDraws` is one. */
class KeptLuck implements Luck {
  readonly values: Float64Array;
  readonly #draws: BlockDraws;
  readonly #group: number;
  readonly #first: number;
  readonly #last: number;
  #whose = -1;
  /** The first month drawn. */
  #from = 0;

  constructor(key: StreamKey, purpose: number, { first, last }: { readonly first: number; readonly last: number }) {
    this.values = new Float64Array((last - first + 1) * 4);
    this.#draws = new BlockDraws(key);
    this.#group = purpose >> 2;
    this.#first = first;
    this.#last = last;
  }

  at(customer: number, month: number): number {
    const at = (month - this.#first) * 4;
    if (customer !== this.#whose || month < this.#from) {
      this.#whose = customer;
      this.#from = month;
      this.#draws.write(this.values, at, customer, month, this.#group, this.#last - month + 1);
    }
    return at;
  }
}
