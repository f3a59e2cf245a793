import { counterAt } from "../counter-at.ts";
import type { CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { happened, type World } from "../world.ts";
import { leastReadiness, withdrawConsents } from "./consent.ts";
import { setFrozen } from "./limit.ts";

/** Every readiness to consent. */
const all = 1;

/** Holders who know of their account may take back the consents that they gave least readily. */
export function withdraw(w: World, s: CustomerState): void {
  if (!s.aware || w.draws.uniform(s.customer, s.month, purposes.withdrawalWish) >= w.assumed.withdrawHazard) return;
  const least = leastReadiness(w);
  if (least > all) return;
  takeBack(w, s, Math.max(least, w.draws.uniform(s.customer, s.month, purposes.withdrawalExtent)));
}

/** She takes back every consent to the use of her data. */
export function withdrawAll(w: World, s: CustomerState): void {
  if (leastReadiness(w) <= all) takeBack(w, s, all);
}

/** If she finds the way, her consents end; what then becomes of the data and the account, the procedure says. */
function takeBack(w: World, s: CustomerState, readiness: number): void {
  happened(w, s, counterAt.withdrawalsWanted);
  const { throughWithdrawal } = w.policy;
  if (throughWithdrawal < 1 && w.draws.uniform(s.customer, s.month, purposes.withdrawalEntrance) >= throughWithdrawal) return;
  happened(w, s, counterAt.withdrawals);
  withdrawConsents(w, s, readiness);
  if (w.procedures.withdrawal?.account === "freeze") setFrozen(w, s, true);
}
