import { actFacts, copied, type ActContext, type ActFacts } from "./act-facts.ts";
import { assessmentAtChange } from "./assessment-facts.ts";
import { fundingOfMonth } from "./funding-facts.ts";
import { writesClosingDays } from "../closing-figures.ts";
import type { ClosureOutcome, ComplaintKind, LimitChangeWay } from "./act.ts";
import { openingMoments } from "./opening-moments.ts";
import { closingSteps, inQuietHours, openingSteps, unjustifiedConditions } from "./procedure-facts.ts";
import { agreedByAct, consentTo } from "./standing.ts";

/** The credit line of this product: open-ended, paid off in parts, never in one sum after more than a year. */
const product = { "product.openEnd": true, "product.bulletRepayment": false, "product.termMonths": 0 };

/** Facts of setting or changing a limit. */
export function limitChangeFacts(context: ActContext, way: LimitChangeWay): ActFacts {
  const { limitChange } = context.procedures;
  const assessment = assessmentAtChange(context, way);
  const fixed = {
    ...product,
    ...assessment.fixed,
    "decision.significantEffect": true,
    "decision.explanationAvailable": limitChange.explanation,
    "decision.humanReviewAvailable": limitChange.humanReview,
    "decision.automatedOnly": !limitChange.humanReview,
  };
  // A first line is no rise of one: that nobody asked for it is a matter of the enrolment.
  if (way === "booking") {
    return actFacts({
      fixed: { ...fixed, "limit.deltaFen": 0 },
      standingFacts: ["limit.customerConsented"],
      standing: (standing) => ({ "limit.customerConsented": agreedByAct(consentTo(standing, "account")) }),
      row: [...copied("limit.newFen"), ...assessment.row],
    });
  }
  return actFacts({ fixed: { ...fixed, "limit.customerConsented": way !== "imposed" }, row: [...copied("limit.newFen", "limit.deltaFen"), ...assessment.row] });
}

/** Facts of a bill. Fees charged that the contract does not name are the month's to add up. */
export function billingFacts({ procedures: { billing, closure, declared } }: ActContext): ActFacts {
  const settlingCosts = Object.values(closure.settlement ?? {}).some(({ feeFen }) => feeFen > 0);
  const charged = ["instalment", "late", ...(settlingCosts ? (["settlement"] as const) : [])] as const;
  const allDisclosed = charged.every((fee) => billing.disclosedFees.includes(fee));
  return actFacts({
    // The model neither renews a debt by itself nor charges a term that was not used.
    fixed: { "bill.autoRenewed": false, "bill.earlyRepaid": false, "bill.interestForUnusedTermFen": 0, ...(allDisclosed ? { "bill.undisclosedFeeFen": 0 } : {}) },
    declared: {
      "bill.renewalNoticeProminent": declared.renewalNoticeProminent,
      "bill.easyCancel": declared.easyCancel,
      "contract.earlyRepaymentFeeAgreed": declared.earlyRepaymentFeeAgreed,
    },
    row: [...copied("account.balanceFen"), ...(allDisclosed ? [] : copied("bill.undisclosedFeeFen"))],
  });
}

/** Facts of asking the bureau. */
export function creditQueryFacts({ procedures: { bureau } }: ActContext): ActFacts {
  return actFacts({
    fixed: { "creditQuery.purposeAgreed": bureau.purposeAgreed },
    standingFacts: ["consent.bureau.kind", "consent.bureau.ticked", "consent.bureau.act", "consent.bureau.withdrawn", "account.closed"],
    standing: (standing) => {
      const { kind, ticked, act, withdrawn } = consentTo(standing, "bureau");
      return { "consent.bureau.kind": kind, "consent.bureau.ticked": ticked, "consent.bureau.act": act, "consent.bureau.withdrawn": withdrawn, "account.closed": standing.closed };
    },
    row: copied("request.asked", "account.balanceFen"),
  });
}

/** Facts of reporting a default: a report needs a written consent and a notice before it. */
export function negativeReportFacts({ procedures: { bureau } }: ActContext): ActFacts {
  return actFacts({
    fixed: {
      "negativeReport.priorNoticeSent": bureau.noticeDaysBefore !== undefined,
      "negativeReport.noticeDaysBefore": bureau.noticeDaysBefore ?? 0,
      "negativeReport.yearsSinceEnded": 0,
    },
    standingFacts: ["negativeReport.writtenConsent"],
    standing: (standing) => {
      const answer = consentTo(standing, "bureau");
      return { "negativeReport.writtenConsent": answer.kind === "written" && agreedByAct(answer) };
    },
  });
}

/** Facts of a contact about an overdue debt. */
export function collectionFacts({ procedures: { collection, declared } }: ActContext): ActFacts {
  return actFacts({
    fixed: {
      "collection.inQuietHours": inQuietHours(collection.hours),
      "collection.contactsToday": collection.contactsPerDay,
      "collection.thirdPartyContacted": collection.thirdParties,
      "collection.missedPaymentNoticeSent": collection.missedPaymentNotice,
    },
    declared: { "collection.coercive": declared.coerciveCollection },
    row: copied("collection.enforcementStarted", "collection.forbearanceOffered"),
  });
}

/** Facts of the way out that a customer who wants to close meets. */
export function closureRequestFacts({ procedures, enrolment }: ActContext): ActFacts {
  return actFacts({
    fixed: {
      "closure.onlineChannel": procedures.closure.channels.includes("online"),
      "closure.unjustifiedConditionCount": unjustifiedConditions(procedures),
      "closure.harderThanOpening": closingSteps(procedures) > openingSteps(procedures, openingMoments(procedures, enrolment)),
    },
  });
}

/** Facts of the lender's answer to a request to close. */
export function closureDecisionFacts({ procedures, waits, shrinksOtherLimits = true }: ActContext, outcome: ClosureOutcome): ActFacts {
  const { closure, declared } = procedures;
  const daysDiffer = writesClosingDays(procedures, waits);
  return actFacts({
    fixed: {
      "closure.outcome": outcome,
      "closure.reasonGiven": closure.reasonsGiven,
      "closure.otherLimitsCutUntold": shrinksOtherLimits && !closure.toldOfOtherLimits,
      ...(daysDiffer ? {} : { "closure.workingDaysToDecision": closure.workingDaysToDecision }),
      "data.deletedOrAnonymised": closure.afterClosing !== "keep",
      "product.openEnd": true,
    },
    declared: { "data.statutoryRetentionLock": declared.statutoryRetentionLock },
    row: [
      ...copied("account.balanceFen", "account.daysSinceOpen", ...(daysDiffer ? ["closure.workingDaysToDecision"] : [])),
      { to: "closure.disputeOrFraudHold", from: ["account.disputeOpen", "account.fraudHold"] },
    ],
  });
}

/** Facts of how a complaint is handled. */
export function complaintFacts({ procedures: { complaints }, waits }: ActContext, about: ComplaintKind): ActFacts {
  const isQueued = waits?.complaints !== undefined;
  return actFacts({
    fixed: {
      "complaint.kind": about,
      "complaint.channelPublished": complaints.channelPublished,
      "complaint.acknowledged": complaints.acknowledged,
      "complaint.objectionFlagged": complaints.objectionsFlagged,
      ...(isQueued ? {} : { "complaint.daysToResolve": complaints.daysToResolve }),
    },
    row: isQueued ? copied("complaint.daysToResolve") : [],
  });
}

/** Facts of a marketing contact. A consent that came ticked is none; a contact after a withdrawal follows an opt-out. */
export function marketingFacts({ procedures: { marketing, afterRefusal, declared } }: ActContext): ActFacts {
  return actFacts({
    fixed: {
      "marketing.personalised": marketing.personalised,
      ...(afterRefusal === undefined ? { "marketing.contactsThisMonth": marketing.contactsPerMonth } : {}),
      "marketing.nonPersonalisedOption": marketing.nonPersonalisedOption,
      ...(marketing.excludesStudents ? { "marketing.targetsStudents": false } : {}),
    },
    declared: { "marketing.inducingWording": declared.inducingWording },
    standingFacts: ["marketing.consented", "marketing.optedOut"],
    standing: (standing) => {
      const answer = consentTo(standing, "marketing");
      return { "marketing.consented": agreedByAct({ ...answer, withdrawn: false }), "marketing.optedOut": answer.withdrawn };
    },
    row: [
      { to: "marketing.refusedBefore", from: ["account.previouslyRefused"] },
      // Who said no is contacted as often as the procedure says, others as ever.
      ...(afterRefusal === undefined ? [] : [{ to: "marketing.contactsThisMonth", from: ["account.previouslyRefused"], table: [marketing.contactsPerMonth, afterRefusal.contactsPerMonth] } as const]),
      ...(marketing.excludesStudents ? [] : [{ to: "marketing.targetsStudents", from: ["customer.isCollegeStudent"] } as const]),
    ],
  });
}

/** Facts of the lender's own month. */
export function monthEndFacts(context: ActContext): ActFacts {
  const { declared, audit, filings } = context.procedures;
  const { fixed, row } = fundingOfMonth(context);
  // Where the lender audits, the months since are the run's to count.
  const counted = audit !== undefined || filings?.["compliance-audit"] !== undefined;
  return actFacts({
    fixed,
    declared: {
      "governance.algorithmFilingDue": declared.publicOpinionService,
      "governance.algorithmFiled": declared.algorithmFiled,
      "governance.partnersListed": declared.partnersListed,
      ...(counted ? {} : { "governance.monthsSinceAudit": declared.monthsSinceAudit }),
    },
    row: counted ? [...row, ...copied("governance.monthsSinceAudit")] : row,
  });
}

/** Facts of a leak of data. Where the procedures provide for none, all of them are missing. */
export function dataLeakFacts({ procedures: { leak, declared } }: ActContext): ActFacts {
  return actFacts({
    ...(leak === undefined ? {} : { fixed: { "leak.authorityNotified": leak.authorityNotified, "leak.personsNotified": leak.personsNotified, "leak.daysToNotice": leak.daysToNotice } }),
    declared: { "leak.harmAverted": declared.leakHarmAverted },
  });
}
