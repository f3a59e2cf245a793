import type { Outcome } from "../compiled.ts";
import { outcomes } from "../outcomes.ts";
import type { RuleFile } from "../policy.ts";
import { countOn, firstOn, isEmpty, isOn, lowestOn, turnOn } from "./bits.ts";
import { clear, newOutcome } from "./combination.ts";
import type { Combination, CombinationInput } from "./combination.ts";
import { combinerOf, isComplete, saySame, writeRow } from "./events.ts";
import type { Events } from "./events.ts";
import { reduceType } from "./reduce-type.ts";
import { makeTryAll } from "./try-all.ts";

/**
 * Monitoring: outcomes side by side, one bit each. Each type is decided on its own: those that are certain stand,
 * and `onMissing` speaks once for those that a missing fact leaves open. Of two exclusive types the one whose rule
 * has the higher priority stands, and the outcome says that there was a conflict.
 */
export function combineMonitoring({ events, file }: CombinationInput): Combination {
  const names = [...new Set([...Object.keys(outcomes.monitoring), ...events.types])].filter((type) => type !== "no-action");
  if (names.length > 31) throw new Error("a set of outcomes has at most 31 types");
  const words = Math.max(1, Math.ceil(events.count / 32));
  const monitor: Monitor = {
    events,
    types: events.types.map((name, type) => ({
      bit: name === "no-action" ? 0 : 1 << names.indexOf(name),
      exclusive: partnersOf(file, name).map((partner) => events.types.indexOf(partner)),
      combine: makeTypeCombination(events, type, file),
    })),
    states: new Uint8Array(events.types.length),
    either: new Int32Array(words),
  };
  const isSilent = saysNothing(events, names);
  return {
    outcomes: names,
    combine(fired, open, outcome) {
      // Most months nothing is said of an account.
      if (isSilent && isEmpty(fired) && isEmpty(open)) clear(outcome);
      else combine(monitor, { fired, open }, outcome);
    },
  };
}

interface Monitor {
  readonly events: Events;
  readonly types: readonly TypeOfOutcome[];
  /** By type, while one row is decided. */
  readonly states: Uint8Array;
  /** Rules that fired or are open. */
  readonly either: Int32Array;
}

interface TypeOfOutcome {
  /** 0 for `no-action`. */
  readonly bit: number;
  /** The types it may not stand beside. */
  readonly exclusive: readonly number[];
  /** Adds its params and reasons to the outcome; false, and nothing added, where they cannot be told. */
  combine(found: Found, outcome: Outcome): boolean;
}

interface Found {
  readonly fired: Int32Array;
  readonly open: Int32Array;
}

const absent = 0;
const stands = 1;
const dropped = 2;
/** Only open rules so far; and for good, a rule that fired included. */
const unclear = 3;
const staysUnclear = 4;

function isUnclear(state: number | undefined): boolean {
  return state === unclear || state === staysUnclear;
}

/** Whether `otherwise` is no outcome and has no params. */
function saysNothing({ count, types, typeOf, params, values, readFrom }: Events, names: readonly string[]): boolean {
  const type = types[typeOf[count] ?? -1];
  const row = values.subarray(count * params.length, (count + 1) * params.length);
  return (type === undefined || !names.includes(type)) && row.every(Number.isNaN) && (readFrom[count] ?? []).length === 0;
}

function partnersOf({ exclusive }: RuleFile, type: string): readonly string[] {
  return exclusive.flatMap(([a, b]) => (a === type ? [b] : b === type ? [a] : []));
}

function combine(monitor: Monitor, found: Found, outcome: Outcome): void {
  const { events, types, states, either } = monitor;
  clear(outcome);
  for (let type = 0; type < states.length; type += 1) states[type] = absent;
  if (isEmpty(found.fired) && isEmpty(found.open)) {
    add(monitor, events.count, outcome);
    return;
  }
  for (let word = 0; word < either.length; word += 1) either[word] = (found.fired[word] ?? 0) | (found.open[word] ?? 0);
  for (let rank = lowestOn(either); rank >= 0; rank = lowestOn(either, rank + 1)) meet(monitor, rank, found, outcome);
  let spoke = false;
  for (let type = 0; type < types.length; type += 1) {
    if (states[type] === stands && types[type]?.combine(found, outcome) !== true) states[type] = staysUnclear;
    if (isUnclear(states[type])) outcome.undecided = true;
    if (states[type] !== stands) continue;
    spoke = true;
    outcome.code |= types[type]?.bit ?? 0;
  }
  const isQuiet = !spoke && lowestOn(found.fired) < 0;
  // Open rules that would say what is said without them leave nothing open.
  if (isQuiet && saysNothingNew(events, found.open)) outcome.undecided = false;
  if (outcome.undecided) add(monitor, events.count + 1, outcome);
  else if (isQuiet) add(monitor, events.count, outcome);
}

/** Goes through the rules from the highest priority down: what stands already keeps its exclusive partners out. */
function meet({ events, types, states }: Monitor, rank: number, { fired }: Found, outcome: Outcome): void {
  const type = events.typeOf[rank] ?? 0;
  const isFired = isOn(fired, rank);
  if (states[type] !== absent && states[type] !== unclear) return;
  let [blocked, contested] = [false, false];
  for (const partner of types[type]?.exclusive ?? []) {
    blocked ||= states[partner] === stands;
    contested ||= isUnclear(states[partner]);
  }
  if (blocked && isFired) {
    outcome.conflict = true;
    states[type] = dropped;
  } else if (!blocked) {
    states[type] = !isFired ? unclear : contested ? staysUnclear : stands;
  }
}

function saysNothingNew(events: Events, open: Int32Array): boolean {
  for (let rank = lowestOn(open); rank >= 0; rank = lowestOn(open, rank + 1)) {
    if (!saySame(events, rank, events.count)) return false;
  }
  return true;
}

/** What the rules of one type say together, where all cases of its open rules say the same. */
function makeTypeCombination(events: Events, type: number, file: RuleFile): TypeOfOutcome["combine"] {
  const combiner = combinerOf(file, events.types[type] ?? "");
  const ranks = events.ranksOf[type] ?? [];
  const [first] = ranks;
  if (first !== undefined && ranks.length === 1) return (_, outcome) => isComplete(events, first) && write(events, first, outcome);
  const own = newOutcome(events);
  const ownOpen = new Int32Array(Math.max(1, Math.ceil(events.count / 32)));
  const tryAll = makeTryAll((fired, outcome) => {
    clear(outcome);
    return reduceType(events, { type, combiner }, fired, outcome) === "present";
  }, events);
  return ({ fired, open }, outcome) => {
    // A plain loop: `fill` costs a call into the engine each time.
    for (let word = 0; word < ownOpen.length; word += 1) ownOpen[word] = 0;
    for (const rank of ranks) if (isOn(open, rank)) turnOn(ownOpen, rank);
    if (isEmpty(ownOpen) && countOn(ranks, fired) === 1) {
      const only = firstOn(ranks, fired);
      return isComplete(events, only) && write(events, only, outcome);
    }
    const isTold = tryAll(fired, ownOpen, own);
    if (own.conflict === true) outcome.conflict = true;
    if (!isTold) return false;
    for (let param = 0; param < own.params.length; param += 1) {
      const value = own.params[param] ?? NaN;
      if (value === value) outcome.params[param] = value;
    }
    for (const rank of ranks) if (own.because !== undefined && outcome.because !== undefined && isOn(own.because, rank)) turnOn(outcome.because, rank);
    return true;
  };
}

function write(events: Events, rank: number, outcome: Outcome): boolean {
  writeRow(events, rank, outcome);
  if (outcome.because !== undefined) turnOn(outcome.because, rank);
  return true;
}

/** Adds what `otherwise` or `onMissing` says, unless it may not stand beside what does. */
function add({ events, types, states }: Monitor, row: number, outcome: Outcome): void {
  const type = types[events.typeOf[row] ?? -1];
  if (type === undefined) return;
  for (const partner of type.exclusive) if (states[partner] === stands) return;
  outcome.code |= type.bit;
  writeRow(events, row, outcome);
}
