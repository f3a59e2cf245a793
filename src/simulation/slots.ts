import { consentSources, type FactLayout } from "../facts/index.ts";

/** Facts that the month itself writes into the row; `acts` derives the rest of what the simulation produces. */
export const writtenFacts = [
  "shop.creditPurchases12m",
  "account.status",
  "account.openedAt",
  "account.monthsOnBook",
  "account.daysSinceOpen",
  "account.limitFen",
  "account.balanceFen",
  "account.instalmentsOutstandingFen",
  "account.overdueFen",
  "account.utilisationBps",
  "account.utilisationChange3m",
  "account.daysPastDue",
  "account.maxDaysPastDue12m",
  "account.missedPayments6m",
  "account.onTimeShare6m",
  "account.spend3mFen",
  "account.monthsSinceLimitChange",
  "account.closed",
  "account.previouslyClosed",
  "account.previouslyRefused",
  "account.invited",
  "account.disputeOpen",
  "account.fraudHold",
  "account.onPlan",
  "account.creditInUse",
  "request.moment",
  "request.amountFen",
  "request.newDevice",
  "request.asked",
  "request.costTableConfirmed",
  "request.identityVerified",
  "request.factorsPassed",
  "limit.newFen",
  "limit.deltaFen",
  "price.allInApr",
  "price.residualSpreadBps",
  "price.arrangement",
  "collection.enforcementStarted",
  "collection.forbearanceOffered",
  "bill.undisclosedFeeFen",
  "complaint.daysToResolve",
  "closure.workingDaysToDecision",
] as const;
export type WrittenFact = (typeof writtenFacts)[number];

/** Where the answers to one question of consent stand in the row. */
export interface ConsentSlots {
  readonly kind: number;
  readonly ticked: number;
  readonly act: number;
  readonly withdrawn: number;
}

/** Where the facts that the month writes and reads stand in the row. */
export interface Slots {
  readonly of: Readonly<Record<WrittenFact, number>>;
  /** In the order of `consentSources`. */
  readonly consents: readonly ConsentSlots[];
  readonly student: number;
  readonly identityVerified: number;
  readonly autopayEnabled: number;
  readonly tenureMonths: number;
  readonly score: number;
}

/** Finds the slots in a layout; throws where the dictionary lacks a fact that the simulation produces. */
export function findSlots(layout: FactLayout): Slots {
  const found: Partial<Record<WrittenFact, number>> = {};
  for (const name of writtenFacts) found[name] = layout.slot(name);
  // The copy has quick properties; an object filled by key is a hash table, and the month reads it all the time.
  const of = { ...found };
  if (!isWhole(of)) throw new Error("a written fact has no slot");
  return {
    of,
    consents: consentSources.map((source) => ({
      kind: layout.slot(`consent.${source}.kind`),
      ticked: layout.slot(`consent.${source}.ticked`),
      act: layout.slot(`consent.${source}.act`),
      withdrawn: layout.slot(`consent.${source}.withdrawn`),
    })),
    student: layout.slot("customer.isCollegeStudent"),
    identityVerified: layout.slot("customer.identityVerified"),
    autopayEnabled: layout.slot("payment.autopayEnabled"),
    tenureMonths: layout.slot("shop.tenureMonths"),
    score: layout.slot("score.points"),
  };
}

function isWhole(of: Partial<Record<WrittenFact, number>>): of is Record<WrittenFact, number> {
  return writtenFacts.every((name) => of[name] !== undefined);
}
