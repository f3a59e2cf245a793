import { roundHalfEven } from "../../base/index.ts";
import { writeAccountFacts, writeFactsFor } from "../account-facts.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, clearDebt, closingStep, saidNo, standing, type CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { identityBit, request, writeRequest } from "../request-facts.ts";
import { act, count, decide, happened, type World } from "../world.ts";
import { advise } from "./counsel.ts";
import { factorChances } from "./factors.ts";
import { findsWay } from "./find-way.ts";
import { payOff } from "./money.ts";
import { complain, complaints } from "./react.ts";
import { receiveLate, refundAtClosing, settle, takeRefund, waysOf } from "./settle.ts";

/** Days of a month, and calendar days for five working days. */
const daysAMonth = 30;
const calendarDays = (workingDays: number): number => (workingDays * 7) / 5;

/** Holders who know of their account may want to close it, find the way or give up, and be let go or not. */
export function askToClose(w: World, s: CustomerState): void {
  if (!s.aware) return;
  if (s.closingStep !== closingStep.none) return goOn(w, s);
  const wish = s.closeLuck;
  if (wish >= wishToClose(w, s)) return;
  s.wantsToClose = true;
  if (!findsWay(w, s)) return;
  happened(w, s, counterAt.closuresAsked);
  act(w, s, w.acts.closureRequest, "closure-request");
  if (coolsOff(w, s)) withdrawLine(w, s);
  else answer(w, s);
}

function wishToClose(w: World, s: CustomerState): number {
  const { closeBase, closeDiscovery, closeOverdue, closeRetry } = w.assumed;
  const { early, coolingOffDays } = w.policy.closing;
  let wish = closeBase + (s.discovered && !s.asked ? closeDiscovery : 0) + (s.missed > 0 ? closeOverdue : 0);
  if (early > 0 && (s.month - s.openedAt) * daysAMonth < coolingOffDays) wish += early;
  return s.wantsToClose ? Math.max(wish, closeRetry) : wish;
}

/** Whether she asks within the days in which she may withdraw; the day of the month is drawn. */
function coolsOff(w: World, s: CustomerState): boolean {
  const { coolingOffDays } = w.policy.closing;
  const age = (s.month - s.openedAt) * daysAMonth;
  if (age >= coolingOffDays) return false;
  return age + Math.floor(daysAMonth * w.draws.uniform(s.customer, s.month, purposes.settlementDay)) < coolingOffDays;
}

/** No rule is asked and nothing is to be proved; what she drew is paid back. */
function withdrawLine(w: World, s: CustomerState): void {
  if (balanceFen(s) > 0 && !settles(w, s)) return hold(w, s, counterAt.closuresBlockedByBalance);
  if (balanceFen(s) > 0) payOff(w, s);
  happened(w, s, counterAt.closuresWithdrawn);
  grant(w, s);
}

function answer(w: World, s: CustomerState): void {
  const { closure } = w.decisions;
  writeAccountFacts(w, s);
  writeFactsFor(w, s, closure.decision);
  const newDevice = w.draws.uniform(s.customer, s.month, purposes.newDevice) < w.assumed.newDevice;
  writeRequest(w, s, request.asked | identityBit(w) | (newDevice ? request.newDevice : 0));
  decide(w, s, closure.decision);
  const days = decisionDays(w, s);
  count(w, s, counterAt.closureDecisionDays, days);
  w.row[w.slots.of["closure.workingDaysToDecision"]] = days;
  if (closure.decision.outcome.code === closure.refuse) return refuse(w, s);
  const { honest } = factorChances(w, closure);
  if (w.draws.uniform(s.customer, s.month, purposes.factors) >= honest) return hold(w, s, counterAt.closuresUnverified);
  const months = Math.floor(calendarDays(days) / daysAMonth);
  if (months > 0) return wait(w, s, closingStep.decision, months);
  letGo(w, s);
}

/** Working days to the decision: as the procedures say, and the time before the request comes up at the desk. */
function decisionDays(w: World, s: CustomerState): number {
  const { leastDays, mostDays } = w.policy.closing;
  const waits = roundHalfEven(((w.waits.closing?.[s.month] ?? 0) * 5) / 7);
  if (mostDays === leastDays) return Math.min(365, leastDays + waits);
  const u = w.draws.uniform(s.customer, s.month, purposes.decisionDays);
  return Math.min(365, leastDays + Math.floor(u * (mostDays - leastDays + 1)) + waits);
}

/** The lender agrees: what is owed is settled, what is to be refunded comes in, and the account closes. */
function letGo(w: World, s: CustomerState): void {
  if (balanceFen(s) > 0 && !settles(w, s)) return hold(w, s, counterAt.closuresBlockedByBalance);
  if (refundAtClosing(w, s) === "wait") return wait(w, s, closingStep.refund, 1);
  settleAndGrant(w, s);
}

function settleAndGrant(w: World, s: CustomerState): void {
  if (balanceFen(s) === 0) return grant(w, s);
  const ways = waysOf(w);
  if (ways.length === 0) payOff(w, s);
  else {
    const outcome = settle(w, s, ways);
    if (outcome === "failed") return hold(w, s, counterAt.closuresBlockedByBalance);
    if (outcome === "under way") return wait(w, s, closingStep.money, 1);
  }
  grant(w, s);
}

/** The closing goes on into a later month; the account stays open meanwhile. */
function wait(w: World, s: CustomerState, step: number, months: number): void {
  happened(w, s, counterAt.closuresWaiting);
  if (step !== closingStep.decision) act(w, s, w.acts.closure.pending, "closure-decision");
  s.closingStep = step;
  s.closing.at = s.month + months;
}

/** A closing that waits: its time has come, or she takes it back. */
function goOn(w: World, s: CustomerState): void {
  if (s.month >= s.closing.at) {
    const step = s.closingStep;
    s.closingStep = closingStep.none;
    if (step === closingStep.decision) return letGo(w, s);
    takeRefund(w, s);
    return settleAndGrant(w, s);
  }
  if (s.closingStep !== closingStep.decision) return;
  if (w.draws.uniform(s.customer, s.month, purposes.closeDoubts) >= w.assumed.closeWaitAbandon) return;
  happened(w, s, counterAt.gaveUpWaiting);
  s.closingStep = closingStep.none;
  s.wantsToClose = false;
}

/** Before this month's bill is paid, money settled last month comes in: the account closes, or a rest is left that she does not know of. */
export function settleLate(w: World, s: CustomerState): void {
  s.closingStep = closingStep.none;
  if (receiveLate(w, s)) grant(w, s);
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

/** Nothing is owed: the account closes as she asked, and other limits on the platform shrink, whether she was told or not. */
export function grant(w: World, s: CustomerState): void {
  happened(w, s, counterAt.closuresGranted);
  writeAccountFacts(w, s);
  act(w, s, w.acts.closure.closed, "closure-decision");
  const lostFen = roundHalfEven(s.limitFen * w.assumed.otherLimits * w.assumed.spillOver);
  if (lostFen > 0) {
    happened(w, s, counterAt.otherLimitLostFen, lostFen);
    const { spillComplaint } = w.policy.closing;
    if (spillComplaint > 0 && w.draws.uniform(s.customer, s.month, purposes.spillComplaint) < spillComplaint) complain(w, s, complaints.spill);
  }
  close(w, s);
}

/** The account is gone; she goes on shopping, and her data stay or go as the procedures say. */
export function close(w: World, s: CustomerState): void {
  s.status = standing.closed;
  s.limitFen = 0;
  s.wantsToClose = s.thinksClosed = false;
  s.closingStep = closingStep.none;
  saidNo(s);
  s.missed = 0;
  if (w.procedures.closure.afterClosing !== "keep") s.read = 0;
  clearDebt(s);
  advise(w, s);
  happened(w, s, w.policy.closing.data);
  w.judges.accountClosed(s.month);
}
