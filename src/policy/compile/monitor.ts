import type { Outcome } from "../compiled.ts";
import { outcomes } from "../outcomes.ts";
import type { Combiner, RuleFile } from "../policy.ts";
import { isOn, lowestOn, turnOn } from "./bits.ts";
import { clear } from "./combination.ts";
import type { Combination, CombinationInput } from "./combination.ts";
import { combinerOf, isComplete, saySame, writeRow } from "./events.ts";
import type { Events } from "./events.ts";
import { reduceType } from "./reduce-type.ts";

/**
 * Monitoring: outcomes side by side, one bit each. Each type is decided on its own: those that are certain stand,
 * and `onMissing` speaks once for those that a missing fact leaves open. Of two exclusive types the one whose rule
 * has the higher priority stands, and the outcome says that there was a conflict.
 */
export function combineMonitoring({ events, file }: CombinationInput): Combination {
  const names = [...new Set([...Object.keys(outcomes.monitoring), ...events.types])].filter((type) => type !== "no-action");
  const bits = events.types.map((type) => (type === "no-action" ? 0 : 1 << names.indexOf(type)));
  if (names.length > 31) throw new Error("a set of outcomes has at most 31 types");
  const monitor: Monitor = {
    events,
    bits,
    combiners: events.types.map((type) => combinerOf(file, type)),
    exclusive: events.types.map((type) => partnersOf(file, type).map((partner) => events.types.indexOf(partner))),
    states: new Uint8Array(events.types.length),
    speakers: new Int32Array(events.types.length),
    either: new Int32Array(Math.max(1, Math.ceil(events.count / 32))),
  };
  return { outcomes: names, combine: (fired, open, outcome) => combine(monitor, { fired, open }, outcome) };
}

interface Monitor {
  readonly events: Events;
  /** Type → its bit; 0 for `no-action`. */
  readonly bits: readonly number[];
  readonly combiners: readonly Combiner[];
  /** Type → the types it may not stand beside. */
  readonly exclusive: readonly (readonly number[])[];
  readonly states: Uint8Array;
  /** Type → the first rule that speaks for it. */
  readonly speakers: Int32Array;
  /** Rules that fired or are open. */
  readonly either: Int32Array;
}

const absent = 0;
const stands = 1;
const dropped = 2;
const unclear = 3;

function partnersOf({ exclusive }: RuleFile, type: string): readonly string[] {
  return exclusive.flatMap(([a, b]) => (a === type ? [b] : b === type ? [a] : []));
}

interface Found {
  readonly fired: Int32Array;
  readonly open: Int32Array;
}

function combine(monitor: Monitor, found: Found, outcome: Outcome): void {
  const { events, states, either } = monitor;
  clear(outcome);
  states.fill(absent);
  for (let word = 0; word < either.length; word += 1) either[word] = (found.fired[word] ?? 0) | (found.open[word] ?? 0);
  for (let rank = lowestOn(either); rank >= 0; rank = lowestOn(either, rank + 1)) meet(monitor, rank, found, outcome);
  let spoke = false;
  for (let type = 0; type < states.length; type += 1) {
    if (states[type] === stands && !write(monitor, type, found, outcome)) states[type] = unclear;
    if (states[type] === unclear) outcome.undecided = true;
    else if (states[type] === stands) spoke = true;
  }
  if (outcome.undecided) add(monitor, events.count + 1, outcome);
  else if (!spoke && lowestOn(found.fired) < 0) add(monitor, events.count, outcome);
}

/** Goes through the rules from the highest priority down: what stands already keeps its exclusive partners out. */
function meet({ events, states, speakers, combiners, exclusive }: Monitor, rank: number, { fired, open }: Found, outcome: Outcome): void {
  const type = events.typeOf[rank] ?? 0;
  const state = states[type];
  const isFired = isOn(fired, rank);
  if (state === dropped) return;
  if (state === stands) {
    if (!isFired && mayAdd(events, combiners[type] ?? "first", speakers[type] ?? 0, rank)) states[type] = unclear;
    return;
  }
  const partners = exclusive[type] ?? [];
  if (partners.some((partner) => states[partner] === stands)) {
    if (isFired) {
      outcome.conflict = true;
      states[type] = dropped;
    }
    return;
  }
  const contested = partners.some((partner) => states[partner] === unclear);
  const before = (events.ranksOf[type] ?? []).some((other) => other < rank && isOn(open, other) && !saySame(events, other, rank));
  speakers[type] = rank;
  states[type] = isFired && !contested && !before ? stands : unclear;
}

/** Whether an open rule below the first of its type could change what is said. */
function mayAdd(events: Events, combiner: Combiner, speaker: number, rank: number): boolean {
  if (combiner === "first") return false;
  if (combiner !== "set") return combiner === "unique" || combiner === "sum" || !saySame(events, speaker, rank);
  const { params, values, readFrom, texts, forms } = events;
  const width = params.length;
  return params.some((_, param) => {
    const [value, said] = [values[rank * width + param] ?? NaN, values[speaker * width + param] ?? NaN];
    if (value !== value && readFrom[rank]?.includes(param) !== true) return false;
    return said !== said || (forms[param] === "text" && typeof texts[value] !== "string");
  });
}

/** Writes the params of a type that stands; false where they cannot be told. */
function write({ events, bits, combiners }: Monitor, type: number, { fired }: Found, outcome: Outcome): boolean {
  const combiner = combiners[type] ?? "first";
  if (combiner === "first" || (events.ranksOf[type] ?? []).length === 1) {
    const rank = (events.ranksOf[type] ?? []).find((each) => isOn(fired, each)) ?? -1;
    if (!isComplete(events, rank)) return false;
    writeRow(events, rank, outcome);
    if (outcome.because !== undefined) turnOn(outcome.because, rank);
  } else if (reduceType(events, { type, combiner }, fired, outcome) !== "present") return false;
  outcome.code |= bits[type] ?? 0;
  return true;
}

/** Adds what `otherwise` or `onMissing` says, unless it may not stand beside what does. */
function add({ events, bits, exclusive, states }: Monitor, row: number, outcome: Outcome): void {
  const type = events.typeOf[row] ?? -1;
  if (type < 0 || (exclusive[type] ?? []).some((partner) => states[partner] === stands)) return;
  outcome.code |= bits[type] ?? 0;
  writeRow(events, row, outcome);
}
