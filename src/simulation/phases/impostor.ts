import type { CustomerState } from "../customer-state.ts";
import type { EnrolmentScreen } from "../screens.ts";
import type { World } from "../world.ts";
import { giveAll } from "./consent.ts";
import { withhold } from "./withhold.ts";

const slotsEach = 4;
let kept = new Float64Array(0);

/**
 * Somebody goes through the screens of an application in her name and agrees to all they ask. What he ticked is what
 * the lender has and what laws judge; when he has gone, what she had said stands again.
 */
export function inHerName(w: World, s: CustomerState, screen: EnrolmentScreen, act: () => void): void {
  keep(w);
  const { passed } = s;
  s.passed |= screen.momentBit;
  w.judges.passed(screen.moment);
  giveAll(w, screen);
  withhold(w, s);
  act();
  restore(w);
  s.passed = passed;
  w.judges.passedOnly(passed);
  withhold(w, s);
}

function keep(w: World): void {
  const { consents } = w.slots;
  if (kept.length < consents.length * slotsEach) kept = new Float64Array(consents.length * slotsEach);
  consents.forEach(({ kind, ticked, act, withdrawn }, i) => [kind, ticked, act, withdrawn].forEach((slot, j) => (kept[i * slotsEach + j] = w.row[slot] ?? Number.NaN)));
}

function restore(w: World): void {
  w.slots.consents.forEach(({ kind, ticked, act, withdrawn }, i) => [kind, ticked, act, withdrawn].forEach((slot, j) => (w.row[slot] = kept[i * slotsEach + j] ?? Number.NaN)));
}
