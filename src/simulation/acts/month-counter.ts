import { createBitCounter } from "./bit-counter.ts";

/** Persons with a match by month. */
export interface MonthCounter {
  /** The rules that match an act of a month: a word of 32. */
  add(month: number, word: number, bits: number): void;
  /** The customer is done. */
  end(): void;
  /** Writes what was counted, at rule × months + month. */
  expand(into: Float64Array): void;
  /** Forgets what was counted. */
  clear(): void;
}

/**
 * Most customers' matches stay the same for months on end, so only changes are counted: where a run of months with a
 * match begins, and the month after its last.
 */
export function createMonthCounter(words: number, rules: number, months: number): MonthCounter {
  const begun = createBitCounter((months + 1) * words);
  const over = createBitCounter((months + 1) * words);
  /** Of the customer at hand, at month × words + word; the last month stays empty. */
  const matched = new Int32Array((months + 1) * words);
  let first = months;
  let last = -1;
  return {
    add(month, word, bits) {
      const at = month * words + word;
      matched[at] = (matched[at] ?? 0) | bits;
      if (month < first) first = month;
      if (month > last) last = month;
    },
    end() {
      for (let word = 0; word < words; word++) {
        let before = 0;
        for (let at = first * words + word; at <= (last + 1) * words + word; at += words) {
          const now = matched[at] ?? 0;
          if (now === before) continue;
          begun.add(at, now & ~before);
          over.add(at, before & ~now);
          before = now;
        }
      }
      for (let at = first * words; at < (last + 1) * words; at++) matched[at] = 0;
      first = months;
      last = -1;
    },
    clear() {
      begun.clear();
      over.clear();
    },
    expand(into) {
      for (let rule = 0; rule < rules; rule++) {
        let persons = 0;
        for (let m = 0; m < months; m++) {
          const place = m * words + (rule >> 5);
          persons += begun.count(place, rule & 31) - over.count(place, rule & 31);
          into[rule * months + m] = persons;
        }
      }
    },
  };
}
