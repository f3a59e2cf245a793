import { roundHalfEven } from "../../base/index.ts";
import { counterAt } from "../counter-at.ts";
import { clearDebt, type CustomerState } from "../customer-state.ts";
import { postings } from "../postings.ts";
import { count, post, type World } from "../world.ts";

/** Pays so many fen of what is billed: late fees first, then fees, then principal. */
export function pay(w: World, s: CustomerState, amountFen: number): void {
  const late = Math.min(amountFen, s.arrearsLateFen);
  const fee = Math.min(amountFen - late, s.arrearsFeeFen);
  const principal = Math.min(amountFen - late - fee, s.arrearsPrincipalFen);
  const unaware = Math.min(late, s.arrearsLateUnawareFen);
  s.arrearsLateFen -= late;
  s.arrearsLateUnawareFen -= unaware;
  s.arrearsFeeFen -= fee;
  s.arrearsPrincipalFen -= principal;
  count(w, s, counterAt.lateFeePaidUnawareFen, unaware);
  post(w, s, postings.repaidLateFee, late);
  post(w, s, postings.repaidFee, fee);
  post(w, s, postings.repaidPrincipal, principal);
}

/** Pays all that is owed, instalments to come included, without their fees: nothing is charged for unused time. */
export function payOff(w: World, s: CustomerState): void {
  s.arrearsPrincipalFen += s.scheduledFen;
  s.scheduledFen = 0;
  pay(w, s, s.arrearsPrincipalFen + s.arrearsFeeFen + s.arrearsLateFen);
  clearDebt(s);
  s.missed = 0;
}

/** Writes the whole debt off; a part is recovered. The recovery is counted at once, at its expected value. */
export function writeOff(w: World, s: CustomerState): void {
  const principal = s.arrearsPrincipalFen + s.scheduledFen;
  const owed = principal + s.arrearsFeeFen + s.arrearsLateFen;
  const recovered = roundHalfEven(owed * (1 - w.assumed.lossGivenDefault));
  w.pools.lost.fill(0);
  post(w, s, postings.lostPrincipal, principal);
  post(w, s, postings.lostFee, s.arrearsFeeFen);
  post(w, s, postings.lostLateFee, s.arrearsLateFen);
  post(w, s, postings.recovery, recovered);
  clearDebt(s);
}
