import { counterAt } from "../counter-at.ts";
import type { CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { happened, type World } from "../world.ts";

/**
 * The way to a request: menu after menu, then where it can be made, what is demanded, and what is said about other
 * limits. At each of these some give up; whoever comes through has asked.
 */
export function findsWay(w: World, s: CustomerState): boolean {
  const { past, menus, online, conditions, reconsiders } = w.policy.closing;
  const u = w.draws.uniform(s.customer, s.month, purposes.entrance);
  if (u >= w.policy.throughEntrance) {
    // One draw for all menus: she is lost at the first that it does not lead her through.
    const lostAt = past.findIndex((chance) => u >= chance);
    return givesUp(w, s, counterAt.gaveUpFinding, menus[lostAt] ?? "");
  }
  if (online * conditions < 1) {
    const v = w.draws.uniform(s.customer, s.month, purposes.closeConditions);
    if (v >= online) return givesUp(w, s, counterAt.gaveUpChannel, w.procedures.closure.channels.join(", "));
    if (v >= online * conditions) return givesUp(w, s, counterAt.gaveUpConditions, w.procedures.closure.conditions.join(", "));
  }
  if (reconsiders > 0 && w.draws.uniform(s.customer, s.month, purposes.closeDoubts) < reconsiders) {
    s.wantsToClose = false;
    return givesUp(w, s, counterAt.gaveUpTold, "");
  }
  return true;
}

function givesUp(w: World, s: CustomerState, counter: number, at: string): false {
  happened(w, s, counterAt.closuresAbandoned);
  happened(w, s, counter);
  if (at !== "") w.hand.recorder?.event(s.month, "gave-up", { at });
  return false;
}
