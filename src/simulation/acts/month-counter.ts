import { BitCounter } from "./bit-counter.ts";

/**
 * Persons with a match by month. Most customers' matches stay the same for months on end, so only changes are counted:
 * where a run of months with a match begins, and the month after its last.
 */
export class MonthCounter {
  readonly #words: number;
  readonly #rules: number;
  readonly #months: number;
  readonly #begun: BitCounter;
  readonly #over: BitCounter;
  /** Of the customer at hand, at month × words + word; the last month stays empty. */
  readonly #matched: Int32Array;
  #first: number;
  #last = -1;

  constructor(words: number, rules: number, months: number) {
    this.#words = words;
    this.#rules = rules;
    this.#months = months;
    this.#begun = new BitCounter((months + 1) * words);
    this.#over = new BitCounter((months + 1) * words);
    this.#matched = new Int32Array((months + 1) * words);
    this.#first = months;
  }

  /** The rules that match an act of a month: words of 32, which stand in `bits` from `at`. */
  add(month: number, bits: Int32Array, at: number): void {
    const matched = this.#matched;
    const words = this.#words;
    for (let word = 0, to = month * words; word < words; word++, to++) matched[to] = (matched[to] ?? 0) | (bits[at + word] ?? 0);
    if (month < this.#first) this.#first = month;
    if (month > this.#last) this.#last = month;
  }

  /** The customer is done. */
  end(): void {
    const matched = this.#matched;
    const words = this.#words;
    const begin = this.#first * words;
    const end = (this.#last + 1) * words;
    for (let word = 0; word < words; word++) {
      let before = 0;
      for (let at = begin + word; at <= end + word; at += words) {
        const now = matched[at] ?? 0;
        if (now === before) continue;
        this.#begun.add(at, now & ~before);
        this.#over.add(at, before & ~now);
        before = now;
      }
    }
    for (let at = begin; at < end; at++) matched[at] = 0;
    this.#first = this.#months;
    this.#last = -1;
  }

  /** Forgets what was counted. */
  clear(): void {
    this.#begun.clear();
    this.#over.clear();
  }

  /** Writes what was counted, at rule × months + month. */
  expand(into: Float64Array): void {
    for (let rule = 0; rule < this.#rules; rule++) {
      let persons = 0;
      for (let m = 0; m < this.#months; m++) {
        const place = m * this.#words + (rule >> 5);
        persons += this.#begun.count(place, rule & 31) - this.#over.count(place, rule & 31);
        into[rule * this.#months + m] = persons;
      }
    }
  }
}
