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
  let [certain, possible] = [0, 0];
  for (const rank of range.ranks) {
    const isFired = isOn(fired, rank);
    if (!isFired && !isOn(open, rank)) continue;
    const amount = amountAt(events, rank, param);
    if (certain === 0) {
      range.low = Math.min(range.low, amount === amount ? amount : -Infinity);
      range.high = Math.max(range.high, amount === amount ? amount : Infinity);
    }
    possible += 1;
    if (isFired) certain += 1;
  }
  range.certain = certain > 0;
  range.possible = possible > 0;
  range.contradicts = range.combiner === "unique" && certain > 1;
  range.mayContradict = range.combiner === "unique" && possible > 1;
}

/** `min`: at most the least of those that fired, at least the least of all; `max` the other way round. */
function measureExtreme(range: AmountRange, events: Events, param: number, fired: Int32Array, open: Int32Array): void {
  start(range, NaN, NaN);
  const isMin = range.combiner === "min";
  // Of those that fired, and of the open ones, with what a missing amount could be.
  let [firedLow, firedHigh, openLow, openHigh] = isMin ? [Infinity, Infinity, Infinity, -Infinity] : [-Infinity, -Infinity, Infinity, -Infinity];
  for (const rank of range.ranks) {
    const isFired = isOn(fired, rank);
    if (!isFired && !isOn(open, rank)) continue;
    const amount = amountAt(events, rank, param);
    const [least, most] = amount === amount ? [amount, amount] : [-Infinity, Infinity];
    range.possible = true;
    range.certain ||= isFired;
    if (!isFired) {
      openLow = Math.min(openLow, least);
      openHigh = Math.max(openHigh, most);
    } else if (isMin) {
      firedLow = Math.min(firedLow, least);
      firedHigh = Math.min(firedHigh, most);
    } else {
      firedLow = Math.max(firedLow, least);
      firedHigh = Math.max(firedHigh, most);
    }
  }
  range.low = !range.certain ? openLow : isMin ? Math.min(firedLow, openLow) : firedLow;
  range.high = !range.certain ? openHigh : isMin ? firedHigh : Math.max(firedHigh, openHigh);
}

/** Of open amounts any may come, but where none fired, at least one. */
function measureSum(range: AmountRange, events: Events, param: number, fired: Int32Array, open: Int32Array): void {
  start(range, 0, 0);
  let [openLow, openHigh, leastOpen, mostOpen] = [0, 0, Infinity, -Infinity];
  for (const rank of range.ranks) {
    const isFired = isOn(fired, rank);
    if (!isFired && !isOn(open, rank)) continue;
    const amount = amountAt(events, rank, param);
    const [least, most] = amount === amount ? [amount, amount] : [-Infinity, Infinity];
    range.possible = true;
    if (isFired) {
      range.certain = true;
      range.low += least;
      range.high += most;
    } else {
      openLow += Math.min(0, least);
      openHigh += Math.max(0, most);
      leastOpen = Math.min(leastOpen, least);
      mostOpen = Math.max(mostOpen, most);
    }
  }
  range.low += range.certain || openLow < 0 ? openLow : leastOpen;
  range.high += range.certain || openHigh > 0 ? openHigh : mostOpen;
}
