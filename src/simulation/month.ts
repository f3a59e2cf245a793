import { closingStep, hasAccount, type CustomerState } from "./customer-state.ts";
import { bill } from "./phases/bill.ts";
import { askToClose, settleLate } from "./phases/close.ts";
import { join } from "./phases/join.ts";
import { changeProcedures } from "./phases/change-procedures.ts";
import { leak } from "./phases/leak.ts";
import { market } from "./phases/market.ts";
import { endMonth, recordMonthEnd } from "./phases/month-end.ts";
import { react } from "./phases/react.ts";
import { putToHolder } from "./phases/remedy.ts";
import { repay } from "./phases/repay.ts";
import { shop } from "./phases/shop.ts";
import { takeOver } from "./phases/take-over.ts";
import { watch } from "./phases/watch.ts";
import { drawAccountLuck, turnMonth } from "./phases/turn-month.ts";
import { withdraw } from "./phases/withdraw.ts";
import type { World } from "./world.ts";

/** One customer, one month: the agenda. */
export function month(w: World, s: CustomerState): void {
  if (w.stages !== undefined) changeProcedures(w, s, w.stages);
  if (w.leaks !== undefined) leak(w, s, w.leaks);
  if (s.gone && s.goneWithoutCredit && !hasAccount(s)) return idleMonth(w, s);
  turnMonth(w, s);
  if (hasAccount(s)) watch(w, s);
  if (w.policy.markets) market(w, s);
  join(w, s);
  shop(w, s);
  if (hasAccount(s)) live(w, s);
  endMonth(w, s);
  if (w.hand.recorder !== undefined) recordMonthEnd(w, s);
}

/** She left the shop, owes nothing and holds nothing: nothing will happen to her any more. */
function idleMonth(w: World, s: CustomerState): void {
  endMonth(w, s);
  if (w.hand.recorder !== undefined) recordMonthEnd(w, s);
}

/** The month of an account: bill, repay or miss, be asked about it, find out, complain, close. */
function live(w: World, s: CustomerState): void {
  drawAccountLuck(w, s);
  bill(w, s);
  if (s.closingStep === closingStep.money) {
    settleLate(w, s);
    if (!hasAccount(s)) return;
  }
  repay(w, s);
  if (!hasAccount(s)) return;
  if (w.policy.remedy !== undefined) {
    putToHolder(w, s, w.policy.remedy);
    if (!hasAccount(s)) return;
  }
  react(w, s);
  if (w.assumed.withdrawHazard > 0) withdraw(w, s);
  askToClose(w, s);
  if (hasAccount(s)) takeOver(w, s);
}
