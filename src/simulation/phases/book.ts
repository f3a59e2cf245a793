import { writeAccountFacts, writeFactsFor } from "../account-facts.ts";
import { bandOf } from "../classes.ts";
import { counterAt } from "../counter-at.ts";
import { clearAccount, never, saidNo, setLimit, standing, type CustomerState } from "../customer-state.ts";
import { paramOf } from "../decisions.ts";
import { postings } from "../postings.ts";
import { purposes } from "../purposes.ts";
import type { EnrolmentScreen } from "../screens.ts";
import { countApproved, scoreBin } from "../scores/index.ts";
import { addToHistogram, histogramAt } from "../histogram.ts";
import { writeAmount } from "../request-facts.ts";
import { act, count, decide, happened, post, type World } from "../world.ts";
import { limitScale } from "./limit.ts";
import { priceFrom, takePrice } from "./price.ts";
import { exp } from "../../base/index.ts";

/** Enrolled: a limit and a price, and if she takes them the account is open. */
export function book(w: World, s: CustomerState, screen: EnrolmentScreen, asked: boolean): void {
  if (!s.approved) {
    s.approved = true;
    happened(w, s, counterAt.approved);
    countApproved(w, s);
  }
  const limitFen = grantedAtBooking(w, s);
  if (!(limitFen > 0)) {
    happened(w, s, counterAt.noLine);
    s.declinedAt = s.month;
    return;
  }
  const { booking } = w.decisions.pricing;
  writeAmount(w, s, 0);
  if (!priceFrom(w, s, booking)) {
    happened(w, s, counterAt.noLine);
    s.declinedAt = s.month;
    return;
  }
  if (asked && !acceptsPrice(w, s, paramOf(booking.decision, booking.feeMonthlyBps))) {
    saidNo(s);
    w.hand.recorder?.event(s.month, "price-declined", { limitFen });
    return;
  }
  open(w, s, screen, asked);
  setLimit(s, limitFen, limitScale(w, limitFen));
  const { untilMonths } = w.decisions.limit.booking;
  const until = paramOf(w.decisions.limit.booking.decision, untilMonths);
  s.limitUntil = until === until ? s.month + until : never;
  takePrice(s, booking);
  judgeOpening(w, s, screen);
}

function grantedAtBooking(w: World, s: CustomerState): number {
  const { booking } = w.decisions.limit;
  const { decision } = booking;
  writeFactsFor(w, s, decision);
  decide(w, s, decision);
  return decision.outcome.code === booking.grant ? Math.floor(paramOf(decision, booking.limitFen)) : 0;
}

/** Who asked looks at the price; who did not is not asked. */
function acceptsPrice(w: World, s: CustomerState, feeMonthlyBps: number): boolean {
  const chance = exp((-w.assumed.priceElasticity * feeMonthlyBps) / 100);
  return w.draws.uniform(s.customer, s.month, purposes.priceAnswer) < chance;
}

function open(w: World, s: CustomerState, screen: EnrolmentScreen, asked: boolean): void {
  const again = s.timesOpened > 0;
  clearAccount(s);
  s.timesOpened += 1;
  s.status = standing.open;
  s.openedBy = screen.openedAt;
  s.openedAt = s.month;
  s.asked = asked;
  s.invitedUntil = never;
  s.openingBin = scoreBin(w.row[w.score.slot] ?? Number.NaN);
  const u = w.draws.uniform(s.customer, -1, purposes.awareAtStart);
  s.aware = u < (asked ? w.assumed.awareExplicit : screen.aware);
  s.autopay = s.aware && w.draws.uniform(s.customer, -1, purposes.autopay) < s.autopayPropensity;
  happened(w, s, counterAt.booked);
  happened(w, s, screen.booked);
  if (!asked) happened(w, s, counterAt.bookedUnasked);
  if (again) happened(w, s, counterAt.reopened);
  if (again && !asked) happened(w, s, counterAt.reopenedUnasked);
  post(w, s, postings.acquisition, asked ? w.costs.acquisitionCostFen : w.costs.acquisitionUnaskedFen);
}

function judgeOpening(w: World, s: CustomerState, screen: EnrolmentScreen): void {
  const { row, slots, hand } = w;
  s.band = bandOf(row[slots.score] ?? Number.NaN);
  w.judges.accountOpened();
  writeAccountFacts(w, s);
  hand.recorder?.event(s.month, "account-opened", {
    path: screen.moment,
    limitFen: s.limitFen,
    feeMonthlyBps: s.feeBps,
    asked: s.asked,
    knows: s.aware,
  });
  if (s.month < 0) return;
  hand.part.vintageBooked[s.month] = (hand.part.vintageBooked[s.month] ?? 0) + 1;
  count(w, s, counterAt.limitBookedFen, s.limitFen);
  count(w, s, counterAt.feeBookedBps, s.feeBps);
  addToHistogram(hand, histogramAt.limitAtBooking, s.limitFen);
  addToHistogram(hand, histogramAt.feeAtBooking, s.feeBps);
  act(w, s, screen.act, "enrolment");
  row[slots.of["limit.newFen"]] = s.limitFen;
  row[slots.of["limit.deltaFen"]] = s.limitFen;
  act(w, s, w.acts.limit.booking, "limit-change");
  act(w, s, w.acts.price.booking, "pricing");
}
