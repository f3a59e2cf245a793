import { counterNames, type History, type HistoryEntry, type Run } from "../../simulation/index.ts";
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
      if ((totals[index * counterNames.length + counter] ?? 0) > 0) mark(marks, counter, index);
    }
  }
  return marks;
}

function livedIn(run: Run, first: number, count: number): ReadonlyMap<string, readonly number[]> {
  const marks = new Map<string, number[]>();
  for (let index = 0; index < count; index += 1) {
    for (const key of keysOfLife(run.history(first + index))) mark(marks, key, index);
  }
  return marks;
}

function mark<Key>(marks: Map<Key, number[]>, key: Key, index: number): void {
  const list = marks.get(key);
  if (list === undefined) marks.set(key, [index]);
  else list.push(index);
}

/** The key of a condition on what happened, as written for `--where`; undefined for a condition on facts. */
export function lifeKey(written: string): string | undefined {
  const [, kind = "", value = ""] = /^\s*(event|act|posting|decision|rule|law)\s*=\s*(.*?)\s*$/u.exec(written) ?? [];
  if (kind === "") return undefined;
  if (kind !== "decision") return `${kind}=${value}`;
  const [said = "", outcome] = value.split(":");
  return `decision=${british(said)}${outcome === undefined ? "" : `:${outcome}`}`;
}

/** Everything that conditions could find in a life, once each. */
function keysOfLife({ entries }: History): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const entry of entries) {
    if (entry.month >= 0) addKeys(entry, keys);
  }
  return keys;
}

function addKeys({ kind, name, figures, rules }: HistoryEntry, keys: Set<string>): void {
  if (kind === "month-end") return;
  keys.add(`${kind}=${name}`);
  if (kind === "decision") {
    for (const outcome of String(figures["outcome"]).split(" + ")) keys.add(`decision=${name}:${outcome}`);
    for (const rule of rules) keys.add(`rule=${rule}`);
  }
  if (kind === "act" && rules.length > 0) {
    keys.add("law=any");
    for (const rule of rules) keys.add(`law=${rule}`);
  }
}
