import { roundHalfEven } from "../../base/index.ts";
import { writeFactsFor } from "../account-facts.ts";
import type { AttackStage } from "../attacks.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, standing, type CustomerState } from "../customer-state.ts";
import { paramOf } from "../decisions.ts";
import { postings } from "../postings.ts";
import { purposes } from "../purposes.ts";
import { request, writeFactors, writeRequest } from "../request-facts.ts";
import type { EnrolmentScreen } from "../screens.ts";
import { act, conclude, decide, happened, post, type World } from "../world.ts";
import { close } from "./close.ts";
import { factorChances, type FactorChances } from "./factors.ts";
import { inHerName } from "./impostor.ts";
import { payOff } from "./money.ts";
import { priceFrom } from "./price.ts";
import { complain, complaints } from "./react.ts";

/** Months after a theft in which the account is held for clearing up. */
const holdMonths = 2;

/** A thief tries to take an open account over: to spend on it, or to close it. */
export function takeOver(w: World, s: CustomerState): void {
  const { factor, closingShare } = w.tables.attacks;
  const at = s.month + w.warmUp;
  const rate = w.assumed.takeoverAttempt * (factor[at] ?? 1);
  if (s.takeoverLuck >= rate) return;
  const atClosing = w.draws.uniform(s.customer, s.month, purposes.takeoverStage) < (closingShare[at] ?? 0);
  attempted(w, s, atClosing ? counterAt.attemptsClosing : counterAt.attemptsSpending);
  if (atClosing) closeForHer(w, s);
  else spendForHer(w, s);
}

/** A thief applies in the name of a customer without an account, in the month that fate has for it or in a wave. */
export function takeOverOpening(w: World, s: CustomerState): void {
  const wave = w.tables.attacks.opening?.[s.month + w.warmUp] ?? 1;
  let comes = s.month === s.theftMonth && wave > 0;
  if (!comes && wave > 1) comes = w.draws.uniform(s.customer, s.month, purposes.theftWave) < w.assumed.takeoverOpening * (wave - 1);
  const { application } = w.policy.screens;
  if (!comes || application === undefined || (s.status !== standing.none && s.status !== standing.closed)) return;
  attempted(w, s, counterAt.attemptsOpening);
  inHerName(w, s, application, () => openForHer(w, s, application));
}

function attempted(w: World, s: CustomerState, stage: number): void {
  happened(w, s, counterAt.takeoverAttempts);
  happened(w, s, stage);
}

/** How well this thief comes through factors: in bulk, targeted, or the ordinary mix of both. */
function chanceOf(w: World, s: CustomerState, stage: AttackStage, chances: FactorChances): number {
  const { kinds } = w.tables.attacks;
  if (kinds === undefined) return chances.fraud;
  const at = s.month + w.warmUp;
  const { bulk, known } = kinds[stage];
  const share = known[at] ?? 0;
  if (share === 0) return chances.fraud;
  const u = w.draws.uniform(s.customer, s.month, purposes.attackKind);
  if (u >= share) return chances.fraud;
  const isBulk = u < (bulk[at] ?? 0);
  happened(w, s, isBulk ? counterAt.attemptsBulk : counterAt.attemptsTargeted);
  return isBulk ? chances.bulk : chances.targeted;
}

/** The thief must be let through by the closing rules and pass their factors; the balance is paid from her means. */
function closeForHer(w: World, s: CustomerState): void {
  const { closure } = w.decisions;
  writeFactsFor(w, s, closure.decision);
  writeRequest(w, s, request.asked | request.newDevice);
  conclude(w, s, closure.decision);
  if (closure.decision.outcome.code === closure.refuse) return;
  if (w.draws.uniform(s.customer, s.month, purposes.takeoverFactors) >= chanceOf(w, s, "closing", factorChances(w, closure))) return;
  happened(w, s, counterAt.takeovers);
  happened(w, s, counterAt.takeoversClosing);
  victimComplains(w, s);
  if (balanceFen(s) > 0) payOff(w, s);
  close(w, s);
}

/** The lender bears what the thief spends: it never becomes her debt. The account is held until it is cleared up. */
function spendForHer(w: World, s: CustomerState): void {
  if (s.status !== standing.open) return;
  const passes = w.assumed.takeoverSpending * chanceOf(w, s, "spending", w.policy.verification.spending);
  if (w.draws.uniform(s.customer, s.month, purposes.takeoverFactors) >= passes) return;
  const headroom = Math.max(0, s.limitFen - balanceFen(s));
  happened(w, s, counterAt.takeovers);
  happened(w, s, counterAt.takeoversSpending);
  post(w, s, postings.fraud, roundHalfEven(headroom * w.assumed.takeoverDrain));
  s.fraudHoldUntil = s.month + holdMonths;
  victimComplains(w, s);
}

/**
 * The application as the lender sees it: read, decided and, if it comes through, an account opened in the name of
 * somebody who did nothing. Laws judge each of these acts; the loss is the lender's.
 */
function openForHer(w: World, s: CustomerState, screen: EnrolmentScreen): void {
  const { enrolment } = screen;
  writeRequest(w, s, request.asked | request.newDevice | (screen.confirmsCostTable ? request.costTable : 0));
  writeFactors(w, s, w.policy.verification.openingCount);
  writeFactsFor(w, s, enrolment.decision);
  decide(w, s, enrolment.decision);
  if (enrolment.decision.outcome.code !== enrolment.enrol) return;
  const passes = w.assumed.takeoverOpeningSuccess * chanceOf(w, s, "opening", w.policy.verification.opening);
  if (w.draws.uniform(s.customer, s.month, purposes.takeoverFactors) >= passes) return;
  const { booking } = w.decisions.limit;
  writeFactsFor(w, s, booking.decision);
  decide(w, s, booking.decision);
  const limitFen = booking.decision.outcome.code === booking.grant ? Math.floor(paramOf(booking.decision, booking.limitFen)) : 0;
  if (!(limitFen > 0) || !priceFrom(w, s, w.decisions.pricing.booking)) return;
  happened(w, s, counterAt.takeovers);
  happened(w, s, counterAt.takeoversOpening);
  act(w, s, screen.act, "enrolment");
  w.row[w.slots.of["limit.newFen"]] = limitFen;
  w.row[w.slots.of["limit.deltaFen"]] = limitFen;
  act(w, s, w.acts.limit.booking, "limit-change");
  act(w, s, w.acts.price.booking, "pricing");
  post(w, s, postings.fraud, roundHalfEven(limitFen * w.assumed.takeoverDrain));
  victimComplains(w, s);
}

/** Whoever finds out that somebody used her name or her account may complain. */
function victimComplains(w: World, s: CustomerState): void {
  const { complaintTakeover } = w.assumed;
  if (complaintTakeover === 0 || w.draws.uniform(s.customer, s.month, purposes.victimComplaint) >= complaintTakeover) return;
  complain(w, s, complaints.takeover);
}
