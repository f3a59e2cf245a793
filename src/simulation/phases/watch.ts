import { writeFactsFor } from "../account-facts.ts";
import { writeCollection } from "../collection-facts.ts";
import { counterAt } from "../counter-at.ts";
import { arrearsFen, hasAccount, heldByRemedy, type CustomerState } from "../customer-state.ts";
import { paramOf } from "../decisions.ts";
import { purposes } from "../purposes.ts";
import { act, count, decide, happened, type MonitoringDecision, type World } from "../world.ts";
import { offerRepair } from "./counsel.ts";
import { askForMore, cut, decideLimit, raise, reviewLimit, setFrozen } from "./limit.ts";
import { startPlan } from "./plan.ts";
import { warn } from "./warn.ts";
import { priceFrom, takePrice } from "./price.ts";

/** The lender looks at its accounts as the last month left them, and acts. */
export function watch(w: World, s: CustomerState): void {
  const { monitoring } = w.decisions;
  s.reminded = false;
  if (s.discovered) monitor(w, s, monitoring.discovery);
  if (s.complainedAbout >= 0) monitor(w, s, monitoring.complaint);
  if (s.missed > 0) {
    writeCollection(w, s);
    if (w.procedures.collection.contactsPerDay > 0) {
      count(w, s, counterAt.collectionMonths);
      act(w, s, w.acts.collection, "collection");
    }
    monitor(w, s, monitoring.overdue);
    offerRepair(w, s);
  }
  s.discovered = false;
  s.complainedAbout = -1;
  if (s.openedAt === s.month) return;
  monitor(w, s, monitoring["month-end"]);
  if (hasAccount(s) && s.missed === 0) {
    reviewTerms(w, s);
    askForMore(w, s);
  }
}

function reviewTerms(w: World, s: CustomerState): void {
  const age = s.month - s.openedAt;
  reviewLimit(w, s);
  if (age === 0 || age % w.assumed.reviewInterval !== 0) return;
  const { review } = w.decisions.pricing;
  if (!priceFrom(w, s, review)) return;
  takePrice(s, review);
  act(w, s, w.acts.price.review, "pricing");
}

/** A monitoring decision and all that it orders. */
function monitor(w: World, s: CustomerState, monitoring: MonitoringDecision): void {
  const { decision } = monitoring;
  writeFactsFor(w, s, decision);
  decide(w, s, decision);
  const { code } = decision.outcome;
  if (code === 0) return;
  if (code & monitoring.warns) warn(w, s);
  if (code & monitoring.remind) remind(w, s);
  if (code & monitoring.freeze) setFrozen(w, s, true);
  if (code & monitoring.unfreeze && !heldByRemedy(s)) setFrozen(w, s, false);
  if (code & monitoring.reduce) cut(w, s, Math.floor(paramOf(decision, monitoring.reduceTo)));
  if (code & monitoring.raise) raiseAsOrdered(w, s, monitoring);
  if (code & monitoring.offerPlan) offerPlan(w, s, monitoring);
  if (code & monitoring.stricterReview) {
    happened(w, s, counterAt.stricterReviews);
    decideLimit(w, s, w.decisions.limit.monitoring, { asked: false, mayCut: true });
  }
  if (code & monitoring.alert) happened(w, s, counterAt.alerts);
}

function remind(w: World, s: CustomerState): void {
  if (s.reminded) return;
  s.reminded = true;
  happened(w, s, counterAt.reminders);
}

function raiseAsOrdered(w: World, s: CustomerState, monitoring: MonitoringDecision): void {
  const asOffer = paramOf(monitoring.decision, monitoring.raiseAsOffer);
  const offered = asOffer === asOffer ? asOffer === 1 : w.policy.raisesAreOffers;
  raise(w, s, Math.floor(paramOf(monitoring.decision, monitoring.raiseTo)), { asOffer: offered, asked: false });
}

function offerPlan(w: World, s: CustomerState, monitoring: MonitoringDecision): void {
  if (s.missed === 0 || s.planUntil >= s.month || arrearsFen(s) === 0) return;
  s.planOffered = true;
  if (w.draws.uniform(s.customer, s.month, purposes.planAnswer) >= w.assumed.planAcceptance) return;
  const months = Math.max(1, Math.floor(paramOf(monitoring.decision, monitoring.planMonths)));
  startPlan(w, s, months, paramOf(monitoring.decision, monitoring.waiveLateFee) === 1);
}
