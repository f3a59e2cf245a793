import type { CustomerState } from "./customer-state.ts";
import type { World } from "./world.ts";

/** Cycles missed from which on the whole debt is demanded: the default, more than 90 days past due. An assumption. */
const enforcementCycles = 4;

/**
 * Writes how far the collection of a late debt has gone: from default on the lender enforces it; relief counts as
 * offered once a plan was offered to the account, taken up or not.
 */
export function writeCollection(w: World, s: CustomerState): void {
  const { row, slots } = w;
  row[slots.of["collection.enforcementStarted"]] = s.missed >= enforcementCycles ? 1 : 0;
  row[slots.of["collection.forbearanceOffered"]] = s.planOffered ? 1 : 0;
}
