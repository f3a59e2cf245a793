/** Binary digits of a count. */
const digits = 32;

/**
 * Counts sets of rules. The digits of the counts of 32 rules stand side by side, one word a digit, so adding a set
 * costs a few operations however many rules are in it. Counts below 2^32. A class, as all that the month calls and
 * there are several of: the engine makes better code of a method that many share than of closures, one each.
 */
export class BitCounter {
  readonly #planes: Int32Array;

  /** A counter of nothing with so many places, each for a word of 32 rules. */
  constructor(places: number) {
    this.#planes = new Int32Array(places * digits);
  }

  /** Adds one to the count of each rule of a word of 32, at a place. */
  add(place: number, bits: number): void {
    const planes = this.#planes;
    let carry = bits;
    for (let at = place * digits; carry !== 0; at++) {
      const digit = planes[at] ?? 0;
      planes[at] = digit ^ carry;
      carry &= digit;
    }
  }

  /** The count of one rule of the word at a place. */
  count(place: number, bit: number): number {
    const planes = this.#planes;
    let sum = 0;
    let worth = 1;
    for (let at = place * digits; at < (place + 1) * digits; at++) {
      sum += (((planes[at] ?? 0) >>> bit) & 1) * worth;
      worth *= 2;
    }
    return sum;
  }

  /** All counts are 0 again. */
  clear(): void {
    this.#planes.fill(0);
  }
}
