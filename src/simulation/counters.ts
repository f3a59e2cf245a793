/**
 * Everything a run counts, as integers by month. `flow`: what happened in the month, summed over time;
 * `stock`: how things stood at month-end, never summed over time. Money is fen.
 */
export const counters = {
  // funnel
  considered: "flow", // persons put to an enrolment decision for the first time
  considerations: "flow", // enrolment decisions that decided something (no-action is none)
  approved: "flow", // persons with a first enrol, or an invitation taken up
  declined: "flow", // decline decisions
  undecided: "flow", // decisions, at any decision point, left to onMissing
  reviewed: "flow", // sent to manual review
  invited: "flow",
  invitationsAccepted: "flow",
  noLine: "flow", // approved but no limit granted
  booked: "flow", // accounts opened
  bookedRegistration: "flow",
  bookedCheckout: "flow",
  bookedApplication: "flow",
  bookedMonthlyScan: "flow",
  bookedInvitation: "flow",
  bookedUnasked: "flow", // opened without an affirmative act of the customer
  reopened: "flow", // opened again after closing
  activated: "flow", // first purchase on credit
  limitBookedFen: "flow", // limits granted at booking
  feeBookedBps: "flow", // monthly instalment fees at booking
  // stocks at month-end
  customersActive: "stock", // still shopping here
  openAccounts: "stock",
  openUnaware: "stock", // open accounts whose holder does not know
  frozenAccounts: "stock",
  accountsWithBalance: "stock",
  limitFen: "stock", // of open accounts
  balanceFen: "stock", // owed, charged-off accounts left out
  current: "stock", // accounts with a balance and nothing overdue
  dpd1to30: "stock",
  dpd31to60: "stock",
  dpd61to90: "stock",
  dpd91plus: "stock", // charged-off accounts left out
  currentBalanceFen: "stock",
  dpd1to30BalanceFen: "stock",
  dpd31to60BalanceFen: "stock",
  dpd61to90BalanceFen: "stock",
  dpd91plusBalanceFen: "stock",
  // moves between buckets during the month, by account
  exposedCurrent: "flow", // accounts that began the month current with something due
  exposed1to30: "flow",
  exposed31to60: "flow",
  exposed61to90: "flow",
  rolled0to1: "flow",
  rolled1to2: "flow",
  rolled2to3: "flow",
  rolled3to4: "flow",
  cured1: "flow",
  cured2: "flow",
  cured3: "flow",
  missedByInability: "flow",
  missedByForgetting: "flow",
  firstStatements: "flow",
  firstStatementsMissed: "flow",
  newly30: "flow", // first time 31 days past due or more
  newly90: "flow", // first time 91 days past due or more
  newly90BalanceFen: "flow",
  matured12: "flow", // accounts reaching 12 months on book that ever had a balance
  ever90At12: "flow", // of these, 91+ at any time by then
  chargedOff: "flow",
  // sales
  purchases: "flow",
  creditPurchases: "flow",
  salesFen: "flow", // all purchases
  creditSalesFen: "flow", // on credit: what was originated
  salesWithoutCreditFen: "flow", // what the same customer with the same luck would have bought had no credit been offered
  leftShop: "flow",
  leftAfterDiscovery: "flow",
  // money of the credit line
  repaidFen: "flow", // principal and fees paid
  instalmentFeeFen: "flow", // charged
  lateFeeFen: "flow", // charged
  lateFeeUnawareFen: "flow", // of these, from holders who do not know the account
  lateFeePaidUnawareFen: "flow", // paid by holders who did not know of the account when it was charged
  merchantFeeFen: "flow",
  fundingCostFen: "flow",
  operatingCostFen: "flow",
  acquisitionCostFen: "flow",
  chargedOffFen: "flow",
  recoveredFen: "flow",
  fraudLossFen: "flow", // purchases of a taker-over
  guaranteeFeeFen: "flow", // paid to guarantors
  waivedFen: "flow", // late fees waived by a plan
  // people
  discovered: "flow", // unaware holders who found out
  unawareMonths: "flow", // months that open accounts stood unknown to their holder
  complaints: "flow",
  complaintsUnwanted: "flow",
  complaintsOverdue: "flow",
  complaintsClosure: "flow",
  closuresAsked: "flow", // requests that reached the lender
  closuresAbandoned: "flow", // wanted to close and gave up on the way
  closuresGranted: "flow",
  closuresRefused: "flow",
  closuresUnverified: "flow", // did not pass the factors
  closuresBlockedByBalance: "flow", // told to settle first and could not
  gaveUpFinding: "flow", // of those abandoned: at a menu
  gaveUpChannel: "flow", // … because it could not be done online
  gaveUpConditions: "flow", // … at a condition that nothing justifies
  gaveUpTold: "flow", // … on hearing that other limits shrink
  gaveUpWaiting: "flow", // took a request back that had long been waiting
  closureDecisionDays: "flow", // working days from each request to its decision
  closuresWithdrawn: "flow", // of those granted: within the cooling-off period
  closuresWaiting: "flow", // closings that went on into a later month
  settlements: "flow", // debts settled through a named channel
  settlementsLate: "flow", // of these, there only in a later month
  settlementsFailed: "flow", // … came back unpaid
  settlementsShort: "flow", // arrived late and left something owing
  settledFen: "flow", // paid through named channels
  settlementFeeFen: "flow", // charged for the channel
  refundsAtClosing: "flow",
  refundedFen: "flow", // of these, taken off what was owed
  refundForwardedFen: "flow", // … paid out after closing
  otherLimitLostFen: "flow", // on the platform, by closing
  complaintsSpill: "flow", // over these, not having been told
  closedErased: "flow", // closed accounts whose data are erased or made anonymous
  closedLocked: "flow", // … kept under a retention that the law demands
  closedKept: "flow", // … kept
  takeoverAttempts: "flow",
  takeovers: "flow", // succeeded, at any stage
  attemptsOpening: "flow",
  attemptsSpending: "flow",
  attemptsClosing: "flow",
  attemptsBulk: "flow", // of those that a wave brought
  attemptsTargeted: "flow",
  complaintsTakeover: "flow", // of victims
  verificationsOpening: "flow", // honest applicants asked for factors
  applicationsUnverified: "flow", // … who did not pass
  verificationsSpending: "flow", // purchases on credit that asked for factors
  purchasesUnverified: "flow", // … that did not pass
  takeoversClosing: "flow",
  takeoversSpending: "flow",
  takeoversOpening: "flow",
  // complaints and their handling
  complaintDays: "flow", // days to the answer, of all complaints
  complaintsUnheard: "flow", // wanted to complain and found no way
  complaintsEscalated: "flow", // of complaints: went on to the regulator because the answer was late
  complaintsOutside: "flow", // of the unheard: went to the regulator
  collectionMonths: "flow", // overdue accounts contacted, by month
  negativeReports: "flow",
  negativeReportsWithheld: "flow", // not reported, for want of a written consent
  // monitoring
  reminders: "flow",
  freezes: "flow",
  unfreezes: "flow",
  limitRaisesImposed: "flow",
  limitRaisesOffered: "flow",
  limitRaisesAccepted: "flow",
  limitCuts: "flow",
  plans: "flow",
  alerts: "flow",
  stricterReviews: "flow",
  marketingContacts: "flow",
  // after closing or a refusal
  reopenedUnasked: "flow", // opened again after closing, without her asking
  reapplications: "flow", // applied again after a decline or an earlier account
  contactsAfterRefusal: "flow",
  complaintsNagging: "flow",
  // advice on debt
  advised: "flow", // on closing
  repairs: "flow", // began credit repair
  salesLostDiscoveryFen: "flow", // not bought here by those who left over an account nobody asked for
  // a leak of data
  leaked: "flow", // persons exposed
  leakedLevel1: "flow", // of these, with facts of the level among what leaked
  leakedLevel2: "flow",
  leakedLevel3: "flow",
  leakedLevel4: "flow",
  leakedLevel5: "flow",
  leakNotices: "flow", // told of it
  complaintsLeak: "flow",
  leftAfterLeak: "flow",
  // the use of data
  dataUses: "flow", // decisions that read facts resting on a consent
  dataUsesUnsupported: "flow", // of these, without a valid one
  withdrawalsWanted: "flow", // wanted to take back a consent
  withdrawals: "flow", // took it back
  // the remedy of silent accounts
  remedyAsked: "flow", // holders asked whether to keep an account that they never asked for
  remedyConfirmed: "flow",
  remedyClosedByAnswer: "flow",
  remedyClosedBySilence: "flow",
  remedyFrozen: "flow", // held for a balance before closing, or on silence
  openUnasked: "stock", // open accounts that their holder neither asked for nor confirmed
  // manual review, where the scenario says who reviews
  reviewsDecided: "flow",
  reviewDays: "flow", // days that cases wait for their turn, counted when they arrive
  reviewCostFen: "flow", // part of the operating cost
  reviewsWronglyDeclined: "flow",
  reviewsWronglyApproved: "flow",
  // misjudged capacity: bills missed by inability, and the income they met
  dueAtInabilityFen: "flow",
  incomeAtInabilityFen: "flow",
  // early warnings, against what happened within six months
  warnings: "flow", // an account warned of for the first time in six months: alert, stricter review, freeze or cut
  warningsDecided: "flow", // six months have passed since the warning
  warningHits61: "flow", // of these, 61 days past due or more within them
  warningHits91: "flow", // … 91 days past due or more
  warningLeadDays: "flow", // days from warning to 91 days past due, of these
  warningsCensored: "flow", // the account closed before six months had passed
  newly90Warned: "flow", // first time 91 days past due, warned of within six months before
  // faults of the score: persons, once each
  wronglyDeclined: "flow", // not approved, though with the right score they would be
  wronglyApproved: "flow",
  undecidedByFault: "flow", // enrolment decisions left to onMissing that the right score would decide
  // calibration
  smallBalanceFen: "stock", // owed on accounts that owe less than 3,000 yuan
  // limits, and who is still there after a year
  limitRequests: "flow", // holders who asked for more
  limitRequestsGranted: "flow",
  limitsExpired: "flow", // limits that ran out
  reachedMonth12: "flow", // persons, at the end of the twelfth month
  activeAtMonth12: "flow", // of these, still shopping here
  // the free period and instalments
  freePurchases: "flow", // purchases on credit inside the free period
  plansBought: "flow", // purchases on credit in instalments, or at a fee without free days
  planRatesBps: "flow", // their all-in annual rates, added up
  plansAboveCap: "flow", // above the cap of the laws in force
  // real outcomes of imported customers, once a person at the end of the run, in the last month
  realKnownEnrolled: "flow",
  realBadEnrolled: "flow",
  realKnownNotEnrolled: "flow",
  realBadNotEnrolled: "flow",
} as const satisfies Record<string, "flow" | "stock">;

export type CounterName = keyof typeof counters;
export const counterNames: readonly CounterName[] = Object.freeze(Object.keys(counters).filter(isCounter));

function isCounter(name: string): name is CounterName {
  return Object.hasOwn(counters, name);
}
