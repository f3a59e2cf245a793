import { createBitCounter } from "./bit-counter.ts";

/** Persons with a match by month. */
export interface MonthCounter {
  /** A new customer. */
  begin(): void;
  /** A new month begins. */
  turn(to: number): void;
  /** The rules that matched so far in the month: the caller sets their bits. */
  readonly current: Int32Array;
  /** The customer is done. */
  end(): void;
  /** Writes what was counted, at rule × months + month. */
  expand(into: Float64Array): void;
}

/**
 * Most customers' matches stay the same for months on end, so only changes are counted: where a run of months with a
 * match begins, and the month after its last.
 */
export function createMonthCounter(words: number, rules: number, months: number): MonthCounter {
  const begun = createBitCounter((months + 1) * words);
  const over = createBitCounter((months + 1) * words);
  const running = new Int32Array(words); // matched in `lastMonth`
  const current = new Int32Array(words);
  let month = -1;
  let lastMonth = -2;
  const stop = () => {
    for (let w = 0; w < words; w++) {
      over.add((lastMonth + 1) * words + w, running[w] ?? 0);
      running[w] = 0;
    }
  };
  const flush = () => {
    if (month < 0) return;
    if (month > lastMonth + 1) stop();
    for (let w = 0; w < words; w++) {
      const now = current[w] ?? 0;
      const before = running[w] ?? 0;
      if (now !== before) {
        begun.add(month * words + w, now & ~before);
        over.add(month * words + w, before & ~now);
      }
      running[w] = now;
      current[w] = 0;
    }
    lastMonth = month;
  };
  return {
    current,
    begin() {
      month = -1;
      lastMonth = -2;
      for (let w = 0; w < words; w++) {
        running[w] = 0;
        current[w] = 0;
      }
    },
    turn(to) {
      flush();
      month = to;
    },
    end() {
      flush();
      stop();
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
