import { never, saidNo, standing, type CustomerState } from "../customer-state.ts";
import { counterAt } from "../counter-at.ts";
import { paramOf } from "../decisions.ts";
import { purposes } from "../purposes.ts";
import type { EnrolmentScreen } from "../screens.ts";
import { writeFactsFor } from "../account-facts.ts";
import { identityBit, request, writeFactors, writeRequest } from "../request-facts.ts";
import { happened, count, decide, type World } from "../world.ts";
import { compareWithRightScore, countConsidered } from "../scores/index.ts";
import { answerQuestions, giveAccountConsent } from "./consent.ts";
import { book } from "./book.ts";
import { finishReview, review } from "./review.ts";
import { takeOverOpening } from "./take-over.ts";

/** Customers without an account meet the policy: at registration, on application, in the scan, when invited. */
export function join(w: World, s: CustomerState): void {
  if (s.gone) return;
  const { screens } = w.policy;
  if (!s.metTerms) {
    if (s.month < s.termsMonth) return;
    s.metTerms = true;
    if (screens.registration !== undefined && !leftAlone(w, s)) offer(w, s, screens.registration);
  }
  if (s.month === s.theftMonth || w.tables.attacks.opening !== undefined) takeOverOpening(w, s);
  if (s.reviewAt !== never && s.month >= s.reviewAt) finishReview(w, s);
  if (!mayOpen(s)) return;
  if (s.invitedUntil >= s.month) {
    if (screens.invitationAnswer !== undefined) answerInvitation(w, s, screens.invitationAnswer);
  } else if (screens.application !== undefined) apply(w, s, screens.application);
  if (screens.monthlyScan !== undefined && mayOpen(s) && !leftAlone(w, s)) scan(w, s, screens.monthlyScan);
}

/** Whether the lender leaves her alone: she said no a short while ago, or closed and would have to ask herself. */
export function leftAlone(w: World, s: CustomerState): boolean {
  const { afterRefusal } = w.procedures;
  if (afterRefusal === undefined || !s.refusedOffer) return false;
  if (afterRefusal.reopening === "on-request" && s.status === standing.closed) return true;
  return s.month - s.refusedAt < afterRefusal.quietMonths;
}

/** Whether an account could be opened for her: she has none, or it was closed, and nobody is looking at her case. */
export const mayOpen = (s: CustomerState): boolean => (s.status === standing.none || s.status === standing.closed) && s.reviewAt === never;

/** The credit option stands on a screen that she came to for something else: registration or checkout. */
export function offer(w: World, s: CustomerState, screen: EnrolmentScreen): void {
  const careful = untickChance(w, s);
  const unticks = w.draws.uniform(s.customer, s.month, purposes.untick) < careful;
  const ticks = w.draws.uniform(s.customer, s.month, purposes.tick) < w.assumed.ticksOpenly * 2 * s.appetite;
  answerQuestions(w, s, screen, { unticks, applicant: false });
  const box = screen.account;
  let agrees = false;
  if (box !== undefined) {
    agrees = box.preTicked ? !unticks : ticks;
    if (agrees) giveAccountConsent(w, s, box, !box.preTicked);
    else if (box.preTicked) saidNo(s);
  }
  enrol(w, s, screen, agrees && box?.preTicked === false);
}

/** She asks for the credit line herself. */
function apply(w: World, s: CustomerState, screen: EnrolmentScreen): void {
  const u = s.applyLuck;
  const { assumed } = w;
  let hazard = assumed.applicationHazard * 2 * s.appetite;
  if (u >= hazard * assumed.marketingEffect) return;
  if (s.advised) hazard *= 1 - assumed.adviceReapplying;
  if (s.contactedThisMonth) hazard *= assumed.marketingEffect;
  if (s.month - s.declinedAt < 12) hazard *= assumed.applicationAfterDecline;
  if (u >= hazard) return;
  if (w.draws.uniform(s.customer, s.month, purposes.steps) >= screen.completion) return;
  if (s.declinedAt > never || s.timesOpened > 0) happened(w, s, counterAt.reapplications);
  ask(w, s, screen);
}

/** She answers an invitation; unanswered, it stands until its time is up. */
function answerInvitation(w: World, s: CustomerState, screen: EnrolmentScreen): void {
  const yes = w.assumed.invitationAcceptance * 2 * s.appetite;
  const answer = w.draws.uniform(s.customer, s.month, purposes.invitationAnswer);
  if (answer >= yes + (1 - yes) * w.assumed.invitationRefusal) return;
  if (answer >= yes) return refuseInvitation(w, s);
  if (w.draws.uniform(s.customer, s.month, purposes.steps) >= screen.completion) return;
  s.invitedUntil = s.month;
  happened(w, s, counterAt.invitationsAccepted);
  ask(w, s, screen);
}

function refuseInvitation(w: World, s: CustomerState): void {
  s.invitedUntil = never;
  saidNo(s);
  w.hand.recorder?.event(s.month, "invitation-refused", {});
}

function ask(w: World, s: CustomerState, screen: EnrolmentScreen): void {
  const unticks = w.draws.uniform(s.customer, s.month, purposes.untick) < untickChance(w, s);
  answerQuestions(w, s, screen, { unticks, applicant: true });
  const box = screen.account;
  if (box !== undefined) giveAccountConsent(w, s, box, !box.preTicked);
  enrol(w, s, screen, true);
}

/** The lender goes through its customers, whether they asked or not. */
function scan(w: World, s: CustomerState, screen: EnrolmentScreen): void {
  if ((s.passed & screen.momentBit) === 0) answerQuestions(w, s, screen, { unticks: false, applicant: false });
  enrol(w, s, screen, false);
}

function untickChance(w: World, s: CustomerState): number {
  const { optOutCareless, optOutCareful, optOutAfterRefusal } = w.assumed;
  return s.refusedOffer ? optOutAfterRefusal : optOutCareless + (optOutCareful - optOutCareless) * s.attention;
}

/** The enrolment decision and what follows from it. `asked`: by her own act. */
function enrol(w: World, s: CustomerState, screen: EnrolmentScreen, asked: boolean): void {
  const { enrolment } = screen;
  const { decision } = enrolment;
  const verified = asked && w.policy.verification.asksAtOpening;
  if (verified && !provesHerself(w, s)) return;
  writeAsking(w, s, screen, asked);
  writeFactors(w, s, verified ? w.policy.verification.openingCount : 0);
  writeFactsFor(w, s, decision);
  if (w.scoring !== undefined && w.scoring.faults.length > 0) compareWithRightScore(w, s, enrolment);
  decide(w, s, decision);
  const { code } = decision.outcome;
  if (code === enrolment.enrol) {
    consider(w, s);
    if (w.scoring !== undefined && s.month >= w.scoring.reviews.from && s.month <= w.scoring.reviews.to) review(w, s, screen, asked);
    else book(w, s, screen, asked);
  } else if (code === enrolment.decline) {
    consider(w, s);
    s.declinedAt = s.month;
    happened(w, s, counterAt.declined);
  } else if (code === enrolment.review) {
    consider(w, s);
    review(w, s, screen, asked);
  } else if (code === enrolment.invite) {
    consider(w, s);
    invite(w, s, paramOf(decision, enrolment.offerDays));
  }
}

/** The factors that an application asks for. */
function provesHerself(w: World, s: CustomerState): boolean {
  count(w, s, counterAt.verificationsOpening);
  if (w.draws.uniform(s.customer, s.month, purposes.verifyOpening) < w.policy.verification.opening.honest) return true;
  happened(w, s, counterAt.applicationsUnverified);
  return false;
}

function writeAsking(w: World, s: CustomerState, screen: EnrolmentScreen, asked: boolean): void {
  let bits = identityBit(w);
  if (asked) {
    bits |= request.asked;
    if (screen.confirmsCostTable) bits |= request.costTable;
    if (w.draws.uniform(s.customer, s.month, purposes.newDevice) < w.assumed.newDevice) bits |= request.newDevice;
  }
  writeRequest(w, s, bits);
}

function consider(w: World, s: CustomerState): void {
  count(w, s, counterAt.considerations);
  if (s.considered) return;
  s.considered = true;
  happened(w, s, counterAt.considered);
  countConsidered(w, s);
}

/** An invitation goes out; while it stands it is not repeated. */
function invite(w: World, s: CustomerState, offerDays: number): void {
  if (s.invitedUntil >= s.month) return;
  s.invitedUntil = s.month + Math.max(1, Math.floor((offerDays + 29) / 30));
  happened(w, s, counterAt.invited);
}
