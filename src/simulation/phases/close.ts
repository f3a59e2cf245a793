import { writeAccountFacts, writeFactsFor } from "../account-facts.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, clearDebt, standing, type CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { identityBit, request, writeRequest } from "../request-facts.ts";
import { act, decide, happened, type World } from "../world.ts";
import { factorChances } from "./factors.ts";
import { payOff } from "./money.ts";
import { complain, complaints } from "./react.ts";

/** Holders who know of their account may want to close it, find the way or give up, and be let go or not. */
export function askToClose(w: World, s: CustomerState): void {
  if (!s.aware) return;
  const wish = s.closeLuck;
  if (wish >= wishToClose(w, s)) return;
  s.wantsToClose = true;
  if (w.draws.uniform(s.customer, s.month, purposes.entrance) >= w.policy.throughEntrance) {
    happened(w, s, counterAt.closuresAbandoned);
    return;
  }
  happened(w, s, counterAt.closuresAsked);
  act(w, s, w.acts.closureRequest, "closure-request");
  answer(w, s);
}

function wishToClose(w: World, s: CustomerState): number {
  const { closeBase, closeDiscovery, closeOverdue, closeRetry } = w.assumed;
  const wish = closeBase + (s.discovered && !s.asked ? closeDiscovery : 0) + (s.missed > 0 ? closeOverdue : 0);
  return s.wantsToClose ? Math.max(wish, closeRetry) : wish;
}

function answer(w: World, s: CustomerState): void {
  const { closure } = w.decisions;
  writeAccountFacts(w, s);
  writeFactsFor(w, s, closure.decision);
  const newDevice = w.draws.uniform(s.customer, s.month, purposes.newDevice) < w.assumed.newDevice;
  writeRequest(w, s, request.asked | identityBit(w) | (newDevice ? request.newDevice : 0));
  decide(w, s, closure.decision);
  if (closure.decision.outcome.code === closure.refuse) return refuse(w, s);
  const { honest } = factorChances(w, closure);
  if (w.draws.uniform(s.customer, s.month, purposes.factors) >= honest) return hold(w, s, counterAt.closuresUnverified);
  if (balanceFen(s) > 0 && !settles(w, s)) return hold(w, s, counterAt.closuresBlockedByBalance);
  if (balanceFen(s) > 0) payOff(w, s);
  happened(w, s, counterAt.closuresGranted);
  writeAccountFacts(w, s);
  act(w, s, w.acts.closure.closed, "closure-decision");
  close(w, s);
}

/** Nobody pays off in an income shock, or more than half a month's income; others do or do not. */
function settles(w: World, s: CustomerState): boolean {
  if (s.shocked || balanceFen(s) * 2 > s.incomeFen) return false;
  return w.draws.uniform(s.customer, s.month, purposes.settle) < w.assumed.settleShare;
}

/** Told to verify or to settle first, and did not. */
function hold(w: World, s: CustomerState, counter: number): void {
  happened(w, s, counter);
  act(w, s, w.acts.closure.pending, "closure-decision");
  deny(w, s);
}

function refuse(w: World, s: CustomerState): void {
  happened(w, s, counterAt.closuresRefused);
  act(w, s, w.acts.closure.refused, "closure-decision");
  deny(w, s);
}

function deny(w: World, s: CustomerState): void {
  const u = w.draws.uniform(s.customer, s.month, purposes.closureComplaint);
  if (u < w.assumed.complaintClosureDenied) complain(w, s, complaints.closure);
}

/** The account is gone; she goes on shopping, and her data stay or go as the procedures say. */
export function close(w: World, s: CustomerState): void {
  s.status = standing.closed;
  s.limitFen = 0;
  s.wantsToClose = false;
  s.refusedOffer = true;
  s.missed = 0;
  clearDebt(s);
  w.judges.accountClosed(s.month);
}
