import { counterAt } from "../counter-at.ts";
import { daysPastDue, type CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { happened, type World } from "../world.ts";

/** A holder in arrears is offered credit repair once; while it lasts she is likelier to catch up, and afterwards to keep up. */
export function offerRepair(w: World, s: CustomerState): void {
  const repair = w.procedures.counsel?.creditRepair;
  if (repair === undefined || s.repairOffered || daysPastDue(s.missed) < repair.fromDaysPastDue) return;
  s.repairOffered = true;
  if (w.draws.uniform(s.customer, s.month, purposes.repairAnswer) >= w.assumed.repairAcceptance) return;
  s.repairUntil = s.month + repair.months;
  s.support = w.assumed.repairAbility;
  happened(w, s, counterAt.repairs);
}

/** Advice on closing: from now on she judges better what she can repay, and is slower to apply again. */
export function advise(w: World, s: CustomerState): void {
  if (w.procedures.counsel?.afterClosing !== true || s.advised) return;
  s.advised = true;
  s.overborrowing = 1 + (s.overborrowing - 1) * (1 - w.assumed.adviceCapacity);
  happened(w, s, counterAt.advised);
}
