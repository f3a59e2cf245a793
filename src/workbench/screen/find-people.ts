import type { Policy } from "../../policy/index.ts";
import type { Population } from "../../population/index.ts";
import { counterNames, type Run } from "../../simulation/index.ts";
import type { CustomerSearch, FoundCustomers } from "../../view/index.ts";
import type { Bench } from "../bench.ts";
import { meetsFacts, meetsLife, readWhere, type Where } from "../where.ts";
import { lifeKey, marksOf, sliceSize, type SliceMarks } from "./slice-marks.ts";

/** A search comes back after so many customers, so that the screen hears of it. */
const lookedAtMost = 2048;

interface Searched {
  readonly run: Run;
  readonly bench: Bench;
  readonly policy: Policy;
  readonly population: Population;
}

/** A condition on what happened: by a counter, or by its key. */
interface Asked {
  readonly counter: number | undefined;
  readonly key: string;
  readonly where: readonly Where[];
}

/** Of fewer than one in so many, lives are lived for this question alone; of more, all are, and remembered. */
const fewOf = 4;

/**
 * The next customers, by number, of whom all conditions are true, up to the customer `to`. What happened in lives that
 * were looked through before is known; events that a counter counts are looked for in counts.
 */
export function findPeople({ where: written, from, most, to }: CustomerSearch & { readonly to?: number | undefined }, { run, bench, policy, population }: Searched): FoundCustomers {
  const context = { dictionary: bench.dictionary, policy, packs: bench.packs };
  const onFacts = readWhere(written, context);
  const asked = written.flatMap((text): Asked[] => {
    const key = lifeKey(text);
    return key === undefined ? [] : [{ key, counter: counterOf(key), where: readWhere([text], context) }];
  });
  const customers: number[] = [];
  const end = Math.min(population.size, to ?? from + lookedAtMost);
  let next = from;
  while (next < end && customers.length < most) {
    const first = next - (next % sliceSize);
    const count = Math.min(sliceSize, population.size - first);
    const last = Math.min(end, first + count);
    const block = population.block(first, count);
    const begin = next - first;
    const who = Array.from({ length: last - next }, (_, at) => begin + at).filter((index) => meetsFacts(onFacts, block, index));
    const found = who.length === 0 ? [] : meeting(who, { asked, marks: marksOf(run, first, count), run, first, count });
    const kept = found.slice(0, most - customers.length);
    customers.push(...kept.map((index) => first + index));
    next = kept.length < found.length ? first + (kept.at(-1) ?? 0) + 1 : last;
  }
  return { customers, next: next < population.size ? next : null };
}

interface Slice {
  readonly asked: readonly Asked[];
  readonly marks: SliceMarks;
  readonly run: Run;
  readonly first: number;
  readonly count: number;
}

/** Of customers of a slice, by place, those to whom everything happened that is asked for. */
function meeting(who: readonly number[], { asked, marks, run, first, count }: Slice): readonly number[] {
  const counted = asked.reduce((left, { counter }) => (counter === undefined ? left : both(left, marks.counted(counter))), who);
  const lived = asked.filter(({ counter }) => counter === undefined);
  if (lived.length === 0 || counted.length === 0) return counted;
  if (marks.lived("") === undefined) {
    if (counted.length * fewOf < count) return counted.filter((index) => lived.every(({ where }) => meetsLife(where, run.history(first + index))));
    marks.live();
  }
  return lived.reduce((left, { key }) => both(left, marks.lived(key) ?? []), counted);
}

/** What stands in both of two rising lists. */
function both(one: readonly number[], other: readonly number[]): readonly number[] {
  const known = new Set(other);
  return one.filter((each) => known.has(each));
}

/** The counter that a condition on an event is about; none for other conditions. */
function counterOf(key: string): number | undefined {
  const at = counterNames.findIndex((counter) => key === `event=${counter}`);
  return at < 0 ? undefined : at;
}
