import { roundHalfEven } from "../../base/index.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, clearDebt, type CustomerState } from "../customer-state.ts";
import { postings } from "../postings.ts";
import { count, post, type World } from "../world.ts";

/** What a payment is posted as: straight to the lender, or through a channel of settlement. */
const direct = { late: postings.repaidLateFee, fee: postings.repaidFee, principal: postings.repaidPrincipal };
const settled = { late: postings.settledLateFee, fee: postings.settledFee, principal: postings.settledPrincipal };

/** Pays so many fen of what is billed: late fees first, then fees, then principal. */
export function pay(w: World, s: CustomerState, amountFen: number, by = direct): void {
  const late = Math.min(amountFen, s.arrearsLateFen);
  const fee = Math.min(amountFen - late, s.arrearsFeeFen);
  const principal = Math.min(amountFen - late - fee, s.arrearsPrincipalFen);
  const unaware = Math.min(late, s.arrearsLateUnawareFen);
  s.arrearsLateFen -= late;
  s.arrearsLateUnawareFen -= unaware;
  s.arrearsFeeFen -= fee;
  s.arrearsPrincipalFen -= principal;
  count(w, s, counterAt.lateFeePaidUnawareFen, unaware);
  post(w, s, by.late, late);
  post(w, s, by.fee, fee);
  post(w, s, by.principal, principal);
}

/** Pays all that is owed, instalments to come included, without their fees: nothing is charged for unused time. */
export function payOff(w: World, s: CustomerState): void {
  s.arrearsPrincipalFen += s.scheduledFen;
  s.scheduledFen = 0;
  pay(w, s, s.arrearsPrincipalFen + s.arrearsFeeFen + s.arrearsLateFen);
  clearDebt(s);
  s.missed = 0;
}

/**
 * Pays so many fen of all that is owed through a channel of settlement: the whole debt falls due at once, and what is
 * not covered stays billed and unpaid. The amount really paid, in fen.
 */
export function payThrough(w: World, s: CustomerState, amountFen: number): number {
  const paid = Math.min(amountFen, balanceFen(s));
  fallDueAtOnce(s, 0);
  pay(w, s, paid, settled);
  post(w, s, postings.cleared, paid);
  if (balanceFen(s) === 0) s.missed = 0;
  return paid;
}

/** All instalments to come are billed now, less so many fen of principal. */
function fallDueAtOnce(s: CustomerState, lessFen: number): void {
  const { arrearsPrincipalFen, arrearsFeeFen, arrearsLateFen, arrearsLateUnawareFen, scheduledFen } = s;
  clearDebt(s);
  s.arrearsPrincipalFen = arrearsPrincipalFen + scheduledFen - lessFen;
  s.arrearsFeeFen = arrearsFeeFen;
  s.arrearsLateFen = arrearsLateFen;
  s.arrearsLateUnawareFen = arrearsLateUnawareFen;
}

/** Takes a refund off the principal, what is billed first; what is more than the principal is left over, in fen. */
export function refund(w: World, s: CustomerState, amountFen: number): number {
  const principal = s.arrearsPrincipalFen + s.scheduledFen;
  const taken = Math.min(amountFen, principal);
  fallDueAtOnce(s, taken);
  post(w, s, postings.refund, taken);
  return amountFen - taken;
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
