import type { Policy } from "../../policy/index.ts";
import type { Population } from "../../population/index.ts";
import { counterNames, type Run } from "../../simulation/index.ts";
import type { CustomerSearch, FoundCustomers } from "../../view/index.ts";
import type { Bench } from "../bench.ts";
import { meetsFacts, meetsLife, readWhere } from "../where.ts";

/** Customers whose lives are counted at a time. */
const countedAtOnce = 512;
/** A search comes back after so many customers, so that the screen hears of it. */
const lookedAtMost = 2048;

interface Searched {
  readonly run: Run;
  readonly bench: Bench;
  readonly policy: Policy;
  readonly population: Population;
}

/**
 * The next customers, by number, of whom all conditions are true. Events that a counter counts are looked for in
 * counts, which takes a tenth of the time of writing every life down.
 */
export function findPeople({ where: written, from, most }: CustomerSearch, { run, bench, policy, population }: Searched): FoundCustomers {
  const counted = written.flatMap(counterOf);
  const where = readWhere(written, { dictionary: bench.dictionary, policy, packs: bench.packs });
  const lived = readWhere(written.filter((text) => counterOf(text).length === 0), { dictionary: bench.dictionary, policy, packs: bench.packs });
  const needsLife = lived.some(({ kind }) => kind === "life");
  const customers: number[] = [];
  const end = Math.min(population.size, from + lookedAtMost);
  let next = from;
  while (next < end && customers.length < most) {
    const first = next - (next % countedAtOnce);
    const count = Math.min(countedAtOnce, population.size - first);
    const block = population.block(first, count);
    const totals = counted.length === 0 ? undefined : totalsOf(run, first, count);
    for (let index = next - first; index < count && customers.length < most; index += 1) {
      next = first + index + 1;
      if (totals !== undefined && !counted.every((counter) => (totals[index * counterNames.length + counter] ?? 0) > 0)) continue;
      if (!meetsFacts(where, block, index)) continue;
      if (!needsLife || meetsLife(lived, run.history(first + index))) customers.push(first + index);
    }
  }
  return { customers, next: next < population.size ? next : null };
}

/** What was counted last in each run: the next part of a search mostly begins in the same block. */
const lastCounted = new WeakMap<Run, { readonly first: number; readonly totals: Float64Array }>();

function totalsOf(run: Run, first: number, count: number): Float64Array {
  const last = lastCounted.get(run);
  if (last?.first === first) return last.totals;
  const totals = run.totals(first, count);
  lastCounted.set(run, { first, totals });
  return totals;
}

/** The counter that a condition on an event is about; none for other conditions. */
function counterOf(written: string): readonly number[] {
  const name = /^\s*event\s*=\s*(\w+)\s*$/u.exec(written)?.[1];
  const at = counterNames.findIndex((counter) => counter === name);
  return at < 0 ? [] : [at];
}
