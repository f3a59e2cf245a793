import { normalQuantile } from "../../base/index.ts";
import type { AssumptionValues } from "../assumptions.ts";
import { counterAt } from "../counter-at.ts";
import { never, type CustomerState } from "../customer-state.ts";
import type { Lender } from "../lender.ts";
import { postings } from "../postings.ts";
import { purposes } from "../purposes.ts";
import type { EnrolmentScreen } from "../screens.ts";
import { count, happened, post, type World } from "../world.ts";
import { book } from "./book.ts";

const daysAMonth = 30;

/** The people who review, made ready. */
export interface ReviewDesk {
  readonly costFen: number;
  readonly errorApprove: number;
  readonly errorDecline: number;
  /** Repayment quality from which a reviewer who made no mistake would approve. */
  readonly fromQuality: number;
}

/** The review desk of a lender; undefined where the scenario says nothing of it. */
export function reviewDesk({ review }: Lender, a: AssumptionValues): ReviewDesk | undefined {
  if (review === undefined) return undefined;
  const { costFen, errorApprove, errorDecline } = review;
  // Without mistakes as many pass as are approved at random where nothing is said of the desk: the best of them.
  const share = Math.min(1 - 1e-9, Math.max(1e-9, 1 - a.reviewApproval));
  return { costFen, errorApprove, errorDecline, fromQuality: normalQuantile(share) };
}

/** Rules send her to a person: decided at once, or when her turn comes. */
export function review(w: World, s: CustomerState, screen: EnrolmentScreen, asked: boolean): void {
  happened(w, s, counterAt.reviewed);
  const wait = s.month < 0 ? 0 : (w.waits.review?.[s.month] ?? 0);
  if (wait > 0) w.hand.recorder?.event(s.month, "review-waits", { waitDays: wait });
  if (w.review !== undefined) count(w, s, counterAt.reviewDays, wait);
  if (wait < daysAMonth) return conclude(w, s, screen, asked);
  s.reviewAt = s.month + Math.floor(wait / daysAMonth);
  s.reviewScreen = screen;
  s.reviewAsked = asked;
}

/** Her turn has come. */
export function finishReview(w: World, s: CustomerState): void {
  const { reviewScreen } = s;
  s.reviewAt = never;
  s.reviewScreen = undefined;
  if (reviewScreen !== undefined) conclude(w, s, reviewScreen, s.reviewAsked);
}

function conclude(w: World, s: CustomerState, screen: EnrolmentScreen, asked: boolean): void {
  const u = w.draws.uniform(s.customer, s.month, purposes.reviewer);
  const approves = w.review === undefined ? u < w.assumed.reviewApproval : judge(w, s, w.review, u);
  if (approves) book(w, s, screen, asked);
  else s.declinedAt = s.month;
}

/** A person looks closely, and is right or makes a mistake. */
function judge(w: World, s: CustomerState, desk: ReviewDesk, u: number): boolean {
  count(w, s, counterAt.reviewsDecided);
  count(w, s, counterAt.reviewCostFen, desk.costFen);
  post(w, s, postings.operating, desk.costFen);
  const rightly = s.quality >= desk.fromQuality;
  const approves = rightly ? u >= desk.errorDecline : u < desk.errorApprove;
  if (rightly && !approves) happened(w, s, counterAt.reviewsWronglyDeclined);
  if (approves && !rightly) happened(w, s, counterAt.reviewsWronglyApproved);
  return approves;
}
