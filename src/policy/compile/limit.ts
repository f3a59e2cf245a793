import type { Outcome } from "../compiled.ts";
import { makeAmountRange, measureRange } from "./amount-range.ts";
import type { AmountRange } from "./amount-range.ts";
import { isEmpty, isOn, turnOn } from "./bits.ts";
import { clear, say, sayMissing } from "./combination.ts";
import type { Combination, CombinationInput } from "./combination.ts";
import { combinerOf, isComplete, saysParam } from "./events.ts";
import type { Events } from "./events.ts";
import { makeTryAll } from "./try-all.ts";

/** Limit: the tier, raised to the floors, cut to the caps. Without tier and floor nothing is granted. */
export function combineLimit({ events, file }: CombinationInput): Combination {
  const parts = ["tier", "floor", "cap"] as const;
  const names = [...new Set(["grant", "no-line", "no-action", ...events.types.filter((type) => parts.every((part) => part !== type))])];
  const codes = events.typeOf.map((type) => names.indexOf(events.types[type] ?? "no-action"));
  const range = (type: (typeof parts)[number]): AmountRange =>
    makeAmountRange(events.ranksOf[events.types.indexOf(type)] ?? [], combinerOf(file, type));
  const limit: Limit = { events, codes, tier: range("tier"), floor: range("floor"), cap: range("cap"), amount: events.params.indexOf("limitFen") };
  const settle = (fired: Int32Array, outcome: Outcome): boolean => settleLimit(limit, fired, outcome);
  const tryAll = makeTryAll(settle, events);
  // Where rules say nothing but amounts, their range tells all there is to tell.
  const amountsOnly = events.params.every((_, param) => param === limit.amount || !saysParam(events, param));
  return {
    outcomes: names,
    combine(fired, open, outcome) {
      if (isEmpty(open) && settle(fired, outcome)) return;
      const amount = amountDecided(limit, fired, open);
      const decided = amount === amount && (amountsOnly ? settleLimit(limit, fired, outcome, amount) : tryAll(fired, open, outcome));
      if (decided) return;
      outcome.conflict = limit.tier.contradicts || limit.floor.contradicts || limit.cap.contradicts;
      sayMissing(events, codes[events.count + 1] ?? 0, outcome);
    },
  };
}

interface Limit {
  readonly events: Events;
  /** Row → outcome. */
  readonly codes: readonly number[];
  readonly tier: AmountRange;
  readonly floor: AmountRange;
  readonly cap: AmountRange;
  /** The param `limitFen`. */
  readonly amount: number;
}

function measure({ events, amount, tier, floor, cap }: Limit, fired: Int32Array, open: Int32Array): void {
  measureRange(tier, events, amount, fired, open);
  measureRange(floor, events, amount, fired, open);
  measureRange(cap, events, amount, fired, open);
}

/** The limit where the lowest and the highest possible are one; 0 where certainly none is granted; NaN where it is open. */
function amountDecided(limit: Limit, fired: Int32Array, open: Int32Array): number {
  const { tier, floor, cap } = limit;
  measure(limit, fired, open);
  if (tier.mayContradict || floor.mayContradict || cap.mayContradict) return NaN;
  if (!tier.possible && !floor.possible) return 0;
  if (!tier.certain && !floor.certain) return NaN;
  const low = Math.max(tier.certain ? tier.low : -Infinity, floor.certain ? floor.low : -Infinity);
  const high = Math.max(tier.possible ? tier.high : -Infinity, floor.possible ? floor.high : -Infinity);
  const least = Math.min(low, cap.possible ? cap.low : Infinity);
  return least === Math.min(high, cap.certain ? cap.high : Infinity) ? least : NaN;
}

const noBits = new Int32Array(0);

/** The outcome where only these rules fire. `decided` is the limit that comes of it even if an amount is missing. */
function settleLimit(limit: Limit, fired: Int32Array, outcome: Outcome, decided = NaN): boolean {
  const { events, codes, tier, floor, cap } = limit;
  measure(limit, fired, noBits);
  if (tier.contradicts || floor.contradicts || cap.contradicts) return false;
  if (!tier.certain && !floor.certain) return say(events, events.count, codes[events.count] ?? 0, outcome);
  clear(outcome);
  const chosen = tier.certain ? tier.low : -Infinity;
  const raised = Math.max(chosen, floor.certain ? floor.low : -Infinity);
  const granted = Math.min(raised, cap.certain ? cap.low : Infinity);
  if (!isKnown(tier) || !isKnown(floor) || !isKnown(cap)) return settleUnknown(limit, fired, outcome, decided);
  outcome.params[limit.amount] = granted;
  let complete = true;
  if (tier.certain) complete = mark(tier, limit, fired, outcome) && complete;
  if (raised > chosen) complete = mark(floor, limit, fired, outcome) && complete;
  if (granted < raised) complete = mark(cap, limit, fired, outcome) && complete;
  return complete;
}

function isKnown({ certain, low, high }: AmountRange): boolean {
  return !certain || low === high;
}

/** Where an amount is missing that does not matter: the rules whose amount the limit is decided. */
function settleUnknown({ events, amount, tier, floor, cap }: Limit, fired: Int32Array, outcome: Outcome, decided: number): boolean {
  if (!Number.isFinite(decided)) return false;
  outcome.params[amount] = decided;
  for (const rank of [...tier.ranks, ...floor.ranks, ...cap.ranks]) {
    const isIt = isOn(fired, rank) && events.values[rank * events.params.length + amount] === decided;
    if (isIt && outcome.because !== undefined) turnOn(outcome.because, rank);
  }
  return true;
}

/** Marks the rules whose amount a part came to, and takes over what else they say: of numbers the least. */
function mark({ ranks, combiner, low }: AmountRange, { events, amount }: Limit, fired: Int32Array, outcome: Outcome): boolean {
  const width = events.params.length;
  const isExtreme = combiner === "min" || combiner === "max";
  let complete = true;
  for (const rank of ranks) {
    if (!isOn(fired, rank) || (isExtreme && events.values[rank * width + amount] !== low)) continue;
    if (outcome.because !== undefined) turnOn(outcome.because, rank);
    complete = isComplete(events, rank) && complete;
    for (let param = 0; param < width; param += 1) if (param !== amount) takeOver(events, rank, param, outcome);
    if (!isExtreme && combiner !== "sum") return complete;
  }
  return complete;
}

function takeOver({ values, params, forms }: Events, rank: number, param: number, outcome: Outcome): void {
  const value = values[rank * params.length + param] ?? NaN;
  const sofar = outcome.params[param] ?? NaN;
  if (value === value && (sofar !== sofar || (forms[param] === "number" && value < sofar))) outcome.params[param] = value;
}
