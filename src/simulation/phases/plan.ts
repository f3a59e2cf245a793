import { counterAt } from "../counter-at.ts";
import type { CustomerState } from "../customer-state.ts";
import { postings } from "../postings.ts";
import { happened, post, type World } from "../world.ts";
import { schedulePrincipal } from "./schedule.ts";

/**
 * A plan of repayment: late fees are waived if the rule says so, the overdue principal is spread over the months of
 * the plan without a fee, and she counts as current again. Fees billed already stay due with the next bill.
 */
export function startPlan(w: World, s: CustomerState, months: number, waive: boolean): void {
  happened(w, s, counterAt.plans);
  if (waive) {
    post(w, s, postings.waiver, s.arrearsLateFen);
    s.arrearsLateFen = s.arrearsLateUnawareFen = 0;
  }
  const spread = s.arrearsPrincipalFen;
  s.arrearsPrincipalFen = 0;
  if (spread > 0) schedulePrincipal(s, spread, { first: 1, parts: months, feeMonthlyBps: 0 });
  s.missed = 0;
  s.planUntil = s.month + months;
}
