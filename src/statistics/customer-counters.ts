import { counterNames, type CounterName } from "../simulation/index.ts";
import type { Sums } from "./sums.ts";

/** What a block of customers added to the counters under one policy: [customer][counter]. */
export type CustomerTotals = Float64Array;

const counterIndex = new Map(counterNames.map((name, index) => [name, index]));

/** One customer of a block after the other, seen as sums of her own. */
export function customerCounters(totals: CustomerTotals): Pick<Sums, "of"> & { turnTo(index: number): void } {
  let base = 0;
  return {
    of: (counter: CounterName) => totals[base + (counterIndex.get(counter) ?? 0)] ?? 0,
    turnTo: (index) => {
      base = index * counterNames.length;
    },
  };
}
