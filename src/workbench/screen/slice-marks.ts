import { counterNames, type HistoryEntry, type Run } from "../../simulation/index.ts";
import { british } from "../spelling.ts";

/** Customers whose lives are looked through, and remembered, at a time. */
export const sliceSize = 512;

/** What happened to the customers of a slice, by condition: nobody's life is lived twice for the same question. */
export interface SliceMarks {
  /** Places in the slice of those whom a counter counts. */
  counted(counter: number): readonly number[];
  /** Places in the slice of those in whose lives something happened; undefined where their lives were not looked through. */
  lived(key: string): readonly number[] | undefined;
  /** Looks their lives through. */
  live(): void;
}

/** Slices remembered of one run, those of 200,000 customers. */
const slicesMost = 400;
const remembered = new WeakMap<Run, Map<number, SliceMarks>>();

/** The marks of the slice that begins with this customer. */
export function marksOf(run: Run, first: number, count: number): SliceMarks {
  const slices = remembered.get(run) ?? new Map<number, SliceMarks>();
  remembered.set(run, slices);
  const known = slices.get(first) ?? newMarks(run, first, count);
  if (slices.size >= slicesMost && !slices.has(first)) slices.delete(slices.keys().next().value ?? first);
  slices.set(first, known);
  return known;
}

function newMarks(run: Run, first: number, count: number): SliceMarks {
  let counts: ReadonlyMap<number, readonly number[]> | undefined;
  let lives: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    counted: (counter) => (counts ??= countedIn(run, first, count)).get(counter) ?? [],
    lived: (key) => (lives === undefined ? undefined : (lives.get(key) ?? [])),
    live: () => {
      lives ??= livedIn(run, first, count);
    },
  };
}

function countedIn(run: Run, first: number, count: number): ReadonlyMap<number, readonly number[]> {
  const totals = run.totals(first, count);
  const marks = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    for (let counter = 0; counter < counterNames.length; counter += 1) {
      if ((totals[index * counterNames.length + counter] ?? 0) <= 0) continue;
      const list = marks.get(counter);
      if (list === undefined) marks.set(counter, [index]);
      else list.push(index);
    }
  }
  return marks;
}

function livedIn(run: Run, first: number, count: number): ReadonlyMap<string, readonly number[]> {
  const marks: LifeMarks = new Map();
  for (let index = 0; index < count; index += 1) {
    for (const entry of run.history(first + index).entries) {
      if (entry.month >= 0) markEntry(marks, entry, index);
    }
  }
  return new Map([...marks].flatMap(([kind, names]) => [...names].map(([name, list]) => [`${kind}=${name}`, list] as const)));
}

/** By kind of condition and name: places in the slice, rising, once each. A life has hundreds of entries: no key is put together for them. */
type LifeMarks = Map<string, Map<string, number[]>>;

function markEntry(marks: LifeMarks, { kind, name, figures, rules }: HistoryEntry, index: number): void {
  if (kind === "month-end") return;
  markLife(marks, kind, name, index);
  if (kind === "decision") {
    // Outcomes stand under the name of their decision.
    for (const outcome of String(figures["outcome"]).split(" + ")) markLife(marks, name, outcome, index);
    for (const rule of rules) markLife(marks, "rule", rule, index);
  }
  if (kind === "act" && rules.length > 0) {
    markLife(marks, "law", "any", index);
    for (const rule of rules) markLife(marks, "law", rule, index);
  }
}

function markLife(marks: LifeMarks, kind: string, name: string, index: number): void {
  let names = marks.get(kind);
  if (names === undefined) marks.set(kind, (names = new Map<string, number[]>()));
  const list = names.get(name);
  if (list === undefined) names.set(name, [index]);
  else if (list.at(-1) !== index) list.push(index);
}

/** The key of a condition on what happened, as written for `--where`: `rule=ENR-10`, `closure=refuse` for an outcome; undefined for a condition on facts. */
export function lifeKey(written: string): string | undefined {
  const [, kind = "", value = ""] = /^\s*(event|act|posting|decision|rule|law)\s*=\s*(.*?)\s*$/u.exec(written) ?? [];
  if (kind === "") return undefined;
  if (kind !== "decision") return `${kind}=${value}`;
  const [said = "", outcome] = value.split(":");
  return outcome === undefined ? `decision=${british(said)}` : `${british(said)}=${outcome}`;
}
