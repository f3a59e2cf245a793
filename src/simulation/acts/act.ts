import type { ActKind, DecisionName, EnrolmentMoment, Moment } from "../../policy/index.ts";

/** How a limit came to be what it is. `booking`: the first line; `requested`: she asked; `imposed`: nobody asked her. */
export const limitChangeWays = ["booking", "requested", "imposed", "offer-accepted"] as const;
export type LimitChangeWay = (typeof limitChangeWays)[number];

export const closureOutcomes = ["closed", "refused", "pending"] as const;
export type ClosureOutcome = (typeof closureOutcomes)[number];

export const complaintKinds = [
  "service",
  "fees",
  "unwanted-account",
  "closure-refused",
  "credit-objection",
  "fraud",
] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/**
 * An act of the lender that laws judge: its kind, and what the month knows of it without looking at the row.
 *
 * Row slots that must be written before the act is judged (all else is derived here from the procedures, the read
 * sets of the decisions and the customer's standing; a slot that nobody wrote is never looked at):
 *
 * | kind | slots |
 * |---|---|
 * | enrolment | `customer.age`, `customer.isCollegeStudent`, `account.previouslyClosed`, `account.previouslyRefused`; what the decision read |
 * | data-access | – |
 * | credit-report-query | `request.asked`, `account.balanceFen` |
 * | limit-change | `limit.newFen`, `limit.deltaFen` (not for `booking`: a first line is no rise), `request.moment`; what the decision read |
 * | pricing | `price.allInApr` (a share: 0.24), `price.arrangement`; for a purchase `request.amountFen` |
 * | billing | `bill.undisclosedFeeFen` (`Judges.undisclosedFeeFen` gives it), `account.balanceFen` |
 * | negative-report, closure-request, data-leak | – |
 * | complaint | `complaint.daysToResolve` where complaints wait at a desk |
 * | collection | `collection.enforcementStarted`, `collection.forbearanceOffered` |
 * | closure-decision | `account.balanceFen`, `account.disputeOpen`, `account.fraudHold`, `account.daysSinceOpen` |
 * | marketing | `customer.isCollegeStudent`, `account.previouslyRefused` |
 * | month-end | – (the lender's act: `Judges.judgeLender`) |
 */
export type Act =
  /** An account is opened. */
  | { readonly kind: "enrolment"; readonly moment: EnrolmentMoment }
  /** A decision reads its facts: once for each decision made about a customer, whatever comes of it. */
  | { readonly kind: "data-access"; readonly decision: DecisionName; readonly moment: Moment }
  /** The bureau is asked: where `Judges.queriesBureau` says so, once a month and customer at most. */
  | { readonly kind: "credit-report-query" }
  /** A limit is set or changed; an offer that is not accepted changes nothing. */
  | { readonly kind: "limit-change"; readonly way: LimitChangeWay }
  /** A price is set. */
  | { readonly kind: "pricing"; readonly moment: "booking" | "purchase" | "review" }
  /** A bill is sent. */
  | { readonly kind: "billing" }
  /** A default is reported to the bureau. */
  | { readonly kind: "negative-report" }
  /** An overdue customer is contacted. */
  | { readonly kind: "collection" }
  /** A customer asks to close. */
  | { readonly kind: "closure-request" }
  /** The lender answers. `pending`: told to settle or to prove who she is first; a factor not passed is no refusal. */
  | { readonly kind: "closure-decision"; readonly outcome: ClosureOutcome }
  /** A complaint is handled. */
  | { readonly kind: "complaint"; readonly about: ComplaintKind }
  /** A marketing contact. */
  | { readonly kind: "marketing" }
  /** Data of a customer leak. */
  | { readonly kind: "data-leak" }
  /** The lender's month ends. */
  | { readonly kind: "month-end" };

/** Compile-time check that every kind of act of the law packs has a form here. */
export type ActOfKind<Kind extends ActKind> = Extract<Act, { readonly kind: Kind }>;
