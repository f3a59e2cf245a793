import { bpsOf } from "../../base/index.ts";
import { scheduleCells, type CustomerState } from "../customer-state.ts";

const mask = scheduleCells - 1;

/**
 * Puts an amount into the schedule in `parts` equal whole parts from `first` months ahead; what does not divide falls
 * into the last part. `feeMonthlyBps` of the whole amount is due with each part, rounded half to even.
 */
export function schedulePrincipal(
  s: CustomerState,
  amountFen: number,
  plan: { readonly first: number; readonly parts: number; readonly feeMonthlyBps: number },
): void {
  addToSchedule(s, amountFen, plan.first, plan.parts, plan.feeMonthlyBps === 0 ? 0 : bpsOf(amountFen, plan.feeMonthlyBps));
}

function addToSchedule(s: CustomerState, amountFen: number, first: number, parts: number, feeFen: number): void {
  const { duePrincipal, dueFee } = s;
  const part = Math.floor(amountFen / parts);
  let at = s.month + first;
  for (let i = 1; i < parts; i++, at++) {
    duePrincipal[at & mask] = (duePrincipal[at & mask] ?? 0) + part;
    dueFee[at & mask] = (dueFee[at & mask] ?? 0) + feeFen;
  }
  duePrincipal[at & mask] = (duePrincipal[at & mask] ?? 0) + amountFen - part * (parts - 1);
  dueFee[at & mask] = (dueFee[at & mask] ?? 0) + feeFen;
  s.scheduledFen += amountFen;
  if (at > s.lastDueAt) s.lastDueAt = at;
}

/** The cell of a month. */
export const cellOfMonth = (month: number): number => month & mask;
