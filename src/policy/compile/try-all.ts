import type { Outcome } from "../compiled.ts";
import { lowestOn, turnOn } from "./bits.ts";
import { newOutcome, type Settle } from "./combination.ts";
import { isSameParam } from "./events.ts";
import type { Events } from "./events.ts";

/** With more open rules than this a decision is taken to be open; 4,096 cases are tried at most. */
const openMax = 12;

/**
 * Whether the outcome is the same whichever of the open rules fire: every case is tried. Where it is, `outcome`
 * holds it. Exact for decisions of any kind; those that are asked often have quicker ways of their own.
 */
export function makeTryAll(settle: Settle, events: Events): (certain: Int32Array, open: Int32Array, outcome: Outcome) => boolean {
  const trial = newOutcome(events);
  const fired = new Int32Array(Math.max(1, Math.ceil(events.count / 32)));
  const ranks = new Int32Array(openMax);
  return (certain, open, outcome) => {
    if (!settle(certain, outcome)) return false;
    let count = 0;
    for (let rank = lowestOn(open); rank >= 0; rank = lowestOn(open, rank + 1)) {
      if (count === openMax) return false;
      ranks[count] = rank;
      count += 1;
    }
    for (let chosen = 1; chosen < 1 << count; chosen += 1) {
      fired.set(certain);
      for (let index = 0; index < count; index += 1) {
        if (((chosen >> index) & 1) === 1) turnOn(fired, ranks[index] ?? 0);
      }
      if (!settle(fired, trial) || !saysSame(events, outcome, trial)) return false;
    }
    return true;
  };
}

function saysSame(events: Events, a: Outcome, b: Outcome): boolean {
  if (a.code !== b.code) return false;
  for (let param = 0; param < a.params.length; param += 1) {
    if (!isSameParam(events, a.params[param] ?? NaN, b.params[param] ?? NaN, param)) return false;
  }
  return true;
}
