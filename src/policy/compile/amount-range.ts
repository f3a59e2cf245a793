import type { Combiner } from "../policy.ts";
import { isOn } from "./bits.ts";
import type { Events } from "./events.ts";

/** What the rules of one type can come to, over every case of those that are open. Kept and measured again for each row. */
export interface AmountRange {
  readonly ranks: readonly number[];
  readonly combiner: Combiner;
  /** Some rule fired; some rule fired or may fire. */
  certain: boolean;
  possible: boolean;
  /** An amount whose fact is missing may be any: from −∞ to ∞. */
  low: number;
  high: number;
  /** Two rules of a `unique` type fired; two may. */
  contradicts: boolean;
  mayContradict: boolean;
}

/** A range that has not been measured. */
export function makeAmountRange(ranks: readonly number[], combiner: Combiner): AmountRange {
  return { ranks, combiner, certain: false, possible: false, low: NaN, high: NaN, contradicts: false, mayContradict: false };
}

/** Measures a range for the rules that fired and those that are open. */
export function measureRange(range: AmountRange, events: Events, param: number, fired: Int32Array, open: Int32Array): void {
  const { combiner } = range;
  if (combiner === "sum") measureSum(range, events, param, fired, open);
  else if (combiner === "min" || combiner === "max") measureExtreme(range, events, param, fired, open);
  else measureFirst(range, events, param, fired, open);
}

function start(range: AmountRange, low: number, high: number): void {
  range.certain = false;
  range.possible = false;
  range.low = low;
  range.high = high;
  range.contradicts = false;
  range.mayContradict = false;
}

function amountAt({ values, params }: Events, rank: number, param: number): number {
  return values[rank * params.length + param] ?? NaN;
}

/** The first rule that fired, or any open one before it. */
function measureFirst(range: AmountRange, events: Events, param: number, fired: Int32Array, open: Int32Array): void {
  start(range, Infinity, -Infinity);
  let certain = 0;
  let possible = 0;
  for (const rank of range.ranks) {
    const isFired = isOn(fired, rank);
    if (!isFired && !isOn(open, rank)) continue;
    if (certain === 0) {
      const amount = amountAt(events, rank, param);
      range.low = Math.min(range.low, leastOf(amount));
      range.high = Math.max(range.high, mostOf(amount));
    }
    possible += 1;
    if (isFired) certain += 1;
  }
  range.certain = certain > 0;
  range.possible = possible > 0;
  range.contradicts = range.combiner === "unique" && certain > 1;
  range.mayContradict = range.combiner === "unique" && possible > 1;
}

/** An amount whose fact is missing may be any. */
function leastOf(amount: number): number {
  return amount === amount ? amount : -Infinity;
}

function mostOf(amount: number): number {
  return amount === amount ? amount : Infinity;
}

/** `min`: at most the least of those that fired, at least the least of all; `max` the other way round. */
function measureExtreme(range: AmountRange, events: Events, param: number, fired: Int32Array, open: Int32Array): void {
  const isMin = range.combiner === "min";
  const worst = isMin ? Infinity : -Infinity;
  start(range, worst, worst);
  let openLow = Infinity;
  let openHigh = -Infinity;
  for (const rank of range.ranks) {
    const isFired = isOn(fired, rank);
    if (!isFired && !isOn(open, rank)) continue;
    const amount = amountAt(events, rank, param);
    const least = leastOf(amount);
    const most = mostOf(amount);
    range.possible = true;
    if (!isFired) {
      openLow = Math.min(openLow, least);
      openHigh = Math.max(openHigh, most);
      continue;
    }
    range.certain = true;
    range.low = isMin ? Math.min(range.low, least) : Math.max(range.low, least);
    range.high = isMin ? Math.min(range.high, most) : Math.max(range.high, most);
  }
  if (!range.certain || isMin) range.low = range.certain ? Math.min(range.low, openLow) : openLow;
  if (!range.certain || !isMin) range.high = range.certain ? Math.max(range.high, openHigh) : openHigh;
}

/** Of open amounts any may come, but where none fired, at least one. */
function measureSum(range: AmountRange, events: Events, param: number, fired: Int32Array, open: Int32Array): void {
  start(range, 0, 0);
  let openLow = 0;
  let openHigh = 0;
  let leastOpen = Infinity;
  let mostOpen = -Infinity;
  for (const rank of range.ranks) {
    const isFired = isOn(fired, rank);
    if (!isFired && !isOn(open, rank)) continue;
    const amount = amountAt(events, rank, param);
    const least = leastOf(amount);
    const most = mostOf(amount);
    range.possible = true;
    if (isFired) {
      range.certain = true;
      range.low += least;
      range.high += most;
      continue;
    }
    openLow += Math.min(0, least);
    openHigh += Math.max(0, most);
    leastOpen = Math.min(leastOpen, least);
    mostOpen = Math.max(mostOpen, most);
  }
  range.low += range.certain || openLow < 0 ? openLow : leastOpen;
  range.high += range.certain || openHigh > 0 ? openHigh : mostOpen;
}
