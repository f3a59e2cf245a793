import { roundHalfEven } from "../../base/index.ts";
import { writeFactsFor } from "../account-facts.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, standing, type CustomerState } from "../customer-state.ts";
import { paramOf } from "../decisions.ts";
import { postings } from "../postings.ts";
import { purposes } from "../purposes.ts";
import { request, writeRequest } from "../request-facts.ts";
import { conclude, count, happened, post, type World } from "../world.ts";
import { close } from "./close.ts";
import { factorChances } from "./factors.ts";
import { payOff } from "./money.ts";

/** Months after a theft in which the account is held for clearing up. */
const holdMonths = 2;

/** A thief tries to take an open account over: to spend on it, or to close it. */
export function takeOver(w: World, s: CustomerState): void {
  const rate = w.assumed.takeoverAttempt * (w.tables.attackFactor[s.month + w.warmUp] ?? 1);
  if (s.takeoverLuck >= rate) return;
  happened(w, s, counterAt.takeoverAttempts);
  const atClosing = w.draws.uniform(s.customer, s.month, purposes.takeoverStage) < w.assumed.takeoverClosing;
  if (atClosing) closeForHer(w, s);
  else spendForHer(w, s);
}

/** The thief must be let through by the closing rules and pass their factors; the balance is paid from her means. */
function closeForHer(w: World, s: CustomerState): void {
  const { closure } = w.decisions;
  writeFactsFor(w, s, closure.decision);
  writeRequest(w, s, request.asked | request.newDevice);
  conclude(w, s, closure.decision);
  if (closure.decision.outcome.code === closure.refuse) return;
  if (w.draws.uniform(s.customer, s.month, purposes.takeoverFactors) >= factorChances(w, closure).fraud) return;
  happened(w, s, counterAt.takeovers);
  happened(w, s, counterAt.takeoversClosing);
  if (balanceFen(s) > 0) payOff(w, s);
  close(w, s);
}

/** The lender bears what the thief spends: it never becomes her debt. The account is held until it is cleared up. */
function spendForHer(w: World, s: CustomerState): void {
  if (s.status !== standing.open) return;
  if (w.draws.uniform(s.customer, s.month, purposes.takeoverFactors) >= w.assumed.takeoverSpending) return;
  const headroom = Math.max(0, s.limitFen - balanceFen(s));
  happened(w, s, counterAt.takeovers);
  happened(w, s, counterAt.takeoversSpending);
  post(w, s, postings.fraud, roundHalfEven(headroom * w.assumed.takeoverDrain));
  s.fraudHoldUntil = s.month + holdMonths;
}

/** A thief applies in the name of a customer without an account. If the rules let him, the loss is the lender's. */
export function takeOverOpening(w: World, s: CustomerState): void {
  const { application } = w.policy.screens;
  if (application === undefined || (s.status !== standing.none && s.status !== standing.closed)) return;
  happened(w, s, counterAt.takeoverAttempts);
  const { decisions } = w;
  writeFactsFor(w, s, application.enrolment.decision);
  writeRequest(w, s, request.asked | request.newDevice | (application.confirmsCostTable ? request.costTable : 0));
  const { enrolment } = application;
  conclude(w, s, enrolment.decision);
  if (enrolment.decision.outcome.code !== enrolment.enrol) return;
  if (w.draws.uniform(s.customer, s.month, purposes.takeoverFactors) >= w.assumed.takeoverOpeningSuccess) return;
  const { booking } = decisions.limit;
  writeFactsFor(w, s, booking.decision);
  conclude(w, s, booking.decision);
  if (booking.decision.outcome.code !== booking.grant) return;
  const limitFen = Math.floor(paramOf(booking.decision, booking.limitFen));
  happened(w, s, counterAt.takeovers);
  count(w, s, counterAt.takeoversOpening);
  post(w, s, postings.fraud, roundHalfEven(limitFen * w.assumed.takeoverDrain));
}
