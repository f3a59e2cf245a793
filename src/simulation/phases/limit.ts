import { power } from "../../base/index.ts";
import { writeFactsFor } from "../account-facts.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, setLimit, standing, type CustomerState } from "../customer-state.ts";
import { paramOf } from "../decisions.ts";
import { purposes } from "../purposes.ts";
import { identityBit, request, writeRequest } from "../request-facts.ts";
import { act, decide, happened, type LimitDecision, type World } from "../world.ts";

/** (limit / reference)^elasticity: times credit amounts. */
export function limitScale(w: World, limitFen: number): number {
  return limitFen > 0 ? power(limitFen / w.assumed.referenceLimitFen, w.assumed.limitElasticity) : 0;
}

/**
 * The lender looks at limits at intervals, and where one has run out. A review raises or leaves alone: a lender who
 * wants to cut says `reduce` or `stricter-review`. A limit that has run out is what the review says, or nothing.
 */
export function reviewLimit(w: World, s: CustomerState): void {
  const age = s.month - s.openedAt;
  const expired = s.limitUntil === s.month;
  if (!expired && (age === 0 || age % w.assumed.reviewInterval !== 0)) return;
  if (expired) happened(w, s, counterAt.limitsExpired);
  const decided = decideLimit(w, s, w.decisions.limit.review, { asked: false, mayCut: expired });
  if (expired && !decided) cut(w, s, 0);
}

/** She asks for more when most of the line is in use. */
export function askForMore(w: World, s: CustomerState): void {
  if (!s.aware || balanceFen(s) * 5 < s.limitFen * 4) return;
  if (w.draws.uniform(s.customer, s.month, purposes.limitRequest) >= w.assumed.limitRequest) return;
  happened(w, s, counterAt.limitRequests);
  const before = s.limitFen;
  writeRequest(w, s, request.asked | identityBit(w));
  decideLimit(w, s, w.decisions.limit.request, { asked: true, mayCut: false });
  if (s.limitFen > before) happened(w, s, counterAt.limitRequestsGranted);
}

/** Asks for a limit and puts it into force; false where none was granted. */
export function decideLimit(
  w: World,
  s: CustomerState,
  limit: LimitDecision,
  { asked, mayCut }: { readonly asked: boolean; readonly mayCut: boolean },
): boolean {
  const { decision } = limit;
  writeFactsFor(w, s, decision);
  decide(w, s, decision);
  if (decision.outcome.code !== limit.grant) return false;
  const to = Math.floor(paramOf(decision, limit.limitFen));
  const until = paramOf(decision, limit.untilMonths);
  if (until === until) s.limitUntil = s.month + until;
  if (to > s.limitFen) raise(w, s, to, { asOffer: w.policy.raisesAreOffers, asked });
  else if (to < s.limitFen && mayCut) cut(w, s, to);
  return true;
}

/** A higher limit: asked for, offered, or simply imposed. */
export function raise(
  w: World,
  s: CustomerState,
  toFen: number,
  way: { readonly asOffer: boolean; readonly asked: boolean },
): void {
  if (!(toFen > s.limitFen)) return;
  const { limit } = w.acts;
  if (way.asked) return change(w, s, toFen, limit.requested);
  if (!way.asOffer) {
    happened(w, s, counterAt.limitRaisesImposed);
    return change(w, s, toFen, limit.imposed);
  }
  happened(w, s, counterAt.limitRaisesOffered);
  if (!s.aware || w.draws.uniform(s.customer, s.month, purposes.raiseAnswer) >= w.assumed.raiseAcceptance) return;
  happened(w, s, counterAt.limitRaisesAccepted);
  change(w, s, toFen, limit.offerAccepted);
}

/** A lower limit; what is owed already may exceed it. */
export function cut(w: World, s: CustomerState, toFen: number): void {
  if (!(toFen < s.limitFen)) return;
  happened(w, s, counterAt.limitCuts);
  change(w, s, Math.max(0, toFen), w.acts.limit.imposed);
}

function change(w: World, s: CustomerState, toFen: number, handle: number): void {
  const { row, slots } = w;
  row[slots.of["limit.newFen"]] = toFen;
  row[slots.of["limit.deltaFen"]] = toFen - s.limitFen;
  w.hand.recorder?.event(s.month, "limit-changed", { fromFen: s.limitFen, toFen });
  setLimit(s, toFen, limitScale(w, toFen));
  act(w, s, handle, "limit-change");
}

/** Puts an account on hold, or takes the hold away. */
export function setFrozen(w: World, s: CustomerState, frozen: boolean): void {
  const from = frozen ? standing.open : standing.frozen;
  if (s.status !== from) return;
  s.status = frozen ? standing.frozen : standing.open;
  happened(w, s, frozen ? counterAt.freezes : counterAt.unfreezes);
}
