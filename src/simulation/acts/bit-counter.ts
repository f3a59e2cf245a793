/** Binary digits of a count. */
const digits = 32;

/**
 * Counts sets of rules. The digits of the counts of 32 rules stand side by side, one word a digit, so adding a set
 * costs a few operations however many rules are in it. Counts below 2^32.
 */
export interface BitCounter {
  /** Adds one to the count of each rule of a word of 32, at a place. */
  add(place: number, bits: number): void;
  /** The count of one rule of the word at a place. */
  count(place: number, bit: number): number;
  /** All counts are 0 again. */
  clear(): void;
}

/** A counter of nothing with so many places, each for a word of 32 rules. */
export function createBitCounter(places: number): BitCounter {
  const planes = new Int32Array(places * digits);
  return {
    add(place, bits) {
      let carry = bits;
      for (let at = place * digits; carry !== 0; at++) {
        const digit = planes[at] ?? 0;
        planes[at] = digit ^ carry;
        carry &= digit;
      }
    },
    count(place, bit) {
      let sum = 0;
      let worth = 1;
      for (let at = place * digits; at < (place + 1) * digits; at++) {
        sum += (((planes[at] ?? 0) >>> bit) & 1) * worth;
        worth *= 2;
      }
      return sum;
    },
    clear: () => void planes.fill(0),
  };
}
