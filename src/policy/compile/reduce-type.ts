import type { Outcome } from "../compiled.ts";
import type { Combiner } from "../policy.ts";
import { countOn, firstOn, isOn, turnOn } from "./bits.ts";
import { isComplete, says, writeRow } from "./events.ts";
import type { Events } from "./events.ts";

/** What the rules of one type came to. */
export type Reduced = "absent" | "present" | "incomplete" | "conflict";

/** Combines the rules of one type that fired into the outcome's params, and marks those that decided. */
export function reduceType(
  events: Events,
  { type, combiner }: { readonly type: number; readonly combiner: Combiner },
  fired: Int32Array,
  outcome: Outcome,
): Reduced {
  const all = events.ranksOf[type] ?? [];
  const first = firstOn(all, fired);
  if (first < 0) return "absent";
  if (combiner === "first" || countOn(all, fired) === 1) {
    writeRow(events, first, outcome);
    if (outcome.because !== undefined) turnOn(outcome.because, first);
    return isComplete(events, first) ? "present" : "incomplete";
  }
  const ranks = all.filter((rank) => isOn(fired, rank));
  if (combiner === "unique") {
    outcome.conflict = true;
    return "conflict";
  }
  const deciding = decidingRanks(events, ranks, combiner);
  if (deciding.length === 0) return "incomplete";
  // The first rule to say a param has the last word.
  for (const rank of deciding.toReversed()) writeRow(events, rank, outcome);
  if (combiner === "set") uniteLists(events, ranks, outcome);
  if (combiner === "sum") addUp(events, ranks, outcome);
  for (const rank of deciding) if (outcome.because !== undefined) turnOn(outcome.because, rank);
  return isTold(events, deciding, combiner) ? "present" : "incomplete";
}

/** Whether no fact is missing that a param of the result is read from: of several rules the first to say it counts. */
function isTold(events: Events, deciding: readonly number[], combiner: Combiner): boolean {
  if (combiner === "sum") return deciding.every((rank) => isComplete(events, rank));
  return events.params.every((_, param) => {
    const speaker = deciding.find((rank) => says(events, rank, param));
    return speaker === undefined || !Number.isNaN(events.values[speaker * events.params.length + param]);
  });
}

/** The rules whose events count; none where `min` or `max` cannot be told for a missing fact. */
function decidingRanks(events: Events, ranks: readonly number[], combiner: Combiner): readonly number[] {
  if (combiner !== "min" && combiner !== "max") return ranks;
  const amount = (rank: number): number => leadingAmount(events, rank);
  const best = combiner === "min" ? Math.min(...ranks.map(amount)) : Math.max(...ranks.map(amount));
  return ranks.filter((rank) => amount(rank) === best);
}

/** The amount that `min` and `max` compare: the first number among an event's params, NaN where its fact is missing. */
function leadingAmount({ forms, params, values, readFrom }: Events, row: number): number {
  const at = params.findIndex((_, param) => {
    const value = values[row * params.length + param] ?? NaN;
    return forms[param] === "number" && (value === value || readFrom[row]?.includes(param) === true);
  });
  return values[row * params.length + at] ?? NaN;
}

function uniteLists({ forms, params, values, lists }: Events, ranks: readonly number[], outcome: Outcome): void {
  params.forEach((_, param) => {
    if (forms[param] !== "text") return;
    for (const rank of ranks) {
      const [sofar, next] = [outcome.params[param] ?? NaN, values[rank * params.length + param] ?? NaN];
      if (next === next) outcome.params[param] = lists.unite(sofar, next);
    }
  });
}

function addUp({ forms, params, values }: Events, ranks: readonly number[], outcome: Outcome): void {
  params.forEach((_, param) => {
    const amounts = ranks.map((rank) => values[rank * params.length + param] ?? NaN).filter((value) => value === value);
    if (forms[param] === "number" && amounts.length > 0) outcome.params[param] = amounts.reduce((sum, value) => sum + value, 0);
  });
}
