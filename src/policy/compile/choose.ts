import type { Outcome } from "../compiled.ts";
import { outcomes } from "../outcomes.ts";
import { countOn, lowestOn } from "./bits.ts";
import { clear, say, sayMissing } from "./combination.ts";
import type { Combination, CombinationInput } from "./combination.ts";
import { combinerOf, saySame } from "./events.ts";
import type { Events } from "./events.ts";
import { reduceType } from "./reduce-type.ts";
import { makeTryAll } from "./try-all.ts";

/** Enrolment and pricing: the matching rule of highest priority speaks, whatever its type. */
export function chooseByPriority({ events, file }: CombinationInput): Combination {
  const names = [...new Set([...Object.keys(outcomes[file.decision]), ...events.types, "no-action"])];
  const codes = events.typeOf.map((type) => names.indexOf(events.types[type] ?? "no-action"));
  const combiners = events.types.map((type) => combinerOf(file, type));
  const simple = events.types.every((_, type) => combiners[type] === "first" || (events.ranksOf[type] ?? []).length < 2);
  const input = { events, codes, types: events.types.map((_, type) => ({ type, combiner: combiners[type] ?? "first" })) };
  const combine = simple ? (fired: Int32Array, open: Int32Array, outcome: Outcome) => choose(input, { fired, open }, outcome) : chooseCombined(input);
  return { outcomes: names, combine };
}

interface Choice {
  readonly events: Events;
  /** Row → outcome. */
  readonly codes: readonly number[];
  readonly types: readonly Parameters<typeof reduceType>[1][];
}

/** Open rules above the one that speaks matter only if they would say something else. */
function choose({ events, codes }: Choice, { fired, open }: { fired: Int32Array; open: Int32Array }, outcome: Outcome): void {
  const first = lowestOn(fired);
  const row = first < 0 ? events.count : first;
  let decided = true;
  for (let rank = lowestOn(open); rank >= 0 && rank < row && decided; rank = lowestOn(open, rank + 1)) {
    decided = saySame(events, rank, row);
  }
  if (!say(events, row, codes[row] ?? 0, outcome) || !decided) sayMissing(events, codes[events.count + 1] ?? 0, outcome);
}

/** Where types combine in other ways than by their first rule: the type of the first rule that matches speaks. */
function chooseCombined({ events, codes, types }: Choice): Combination["combine"] {
  const settle = (fired: Int32Array, outcome: Outcome): boolean => {
    const first = lowestOn(fired);
    if (first < 0) return say(events, events.count, codes[events.count] ?? 0, outcome);
    clear(outcome);
    outcome.code = codes[first] ?? 0;
    const type = types[events.typeOf[first] ?? -1];
    if (type === undefined) throw new Error("a rule has a type");
    const reduced = reduceType(events, type, fired, outcome);
    outcome.conflict = types.some((each) => each.combiner === "unique" && countOn(events.ranksOf[each.type] ?? [], fired) > 1);
    return reduced === "present";
  };
  const tryAll = makeTryAll(settle, events);
  return (fired, open, outcome) => {
    if (!tryAll(fired, open, outcome)) sayMissing(events, codes[events.count + 1] ?? 0, outcome);
  };
}
