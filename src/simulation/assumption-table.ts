/** Units that assumptions are stated in. */
export type AssumptionUnit = "share" | "perMonth" | "number" | "fen" | "bps" | "months" | "cycles";

interface AssumptionDomain {
  readonly unit: AssumptionUnit;
  readonly min: number;
  readonly max: number;
}

const share: AssumptionDomain = { unit: "share", min: 0, max: 1 };
/** A chance a month. */
const perMonth: AssumptionDomain = { unit: "perMonth", min: 0, max: 1 };
const number = (min: number, max: number): AssumptionDomain => ({ unit: "number", min, max });
const fen = (max: number): AssumptionDomain => ({ unit: "fen", min: 0, max });
const bps: AssumptionDomain = { unit: "bps", min: 0, max: 10_000 };

/** Every number of the behavioural model, with the values it may take. Its values stand in scenarios/assumptions. */
export const assumptionTable = {
  // consent and enrolment
  optOutCareless: share, // unticks a pre-ticked box: the least attentive
  optOutCareful: share, // … the most attentive
  optOutAfterRefusal: share, // … who unticked once already
  ticksOpenly: share, // ticks an empty credit box at a screen she came to for something else
  consentBundled: share,
  consentSeparate: share,
  consentWritten: share,
  consentOfApplicant: share, // of those who asked for the credit themselves
  applicationHazard: perMonth,
  applicationAfterDecline: share, // of the hazard, in the year after a decline
  marketingEffect: number(1, 10), // on the hazard to apply
  priceElasticity: number(0, 20), // takes the offer with e^(−elasticity × fee in % a month)
  stepCompletion: share, // of those who begin a step of enrolling
  invitationAcceptance: share, // of an invitation open for a month
  invitationRefusal: share, // says no to an open invitation, in a month, of those who do not take it up
  termsRenewal: perMonth, // customers of before meet the new terms
  reviewApproval: share,
  newDevice: share,
  // awareness
  awareExplicit: share,
  awarePreTicked: share,
  awareAuto: share,
  awareSilent: share,
  noticeDrift: perMonth,
  noticePopUp: perMonth,
  noticeGuide: perMonth,
  noticeFirstStatement: share,
  noticeStatement: perMonth,
  noticeOverdue: share,
  noticeReminder: share,
  // economy and income
  shockEntry: perMonth,
  shockExit: perMonth,
  shockCorrelation: share,
  // shopping
  purchaseRate: number(0, 20),
  purchaseMedianFen: fen(100_000_000),
  purchaseSpread: number(0, 3),
  referenceIncomeFen: fen(100_000_000),
  referenceLimitFen: fen(1_000_000_000),
  limitElasticity: number(0, 3),
  creditUse: number(-20, 20),
  creditUseAware: number(-20, 20),
  creditUseFee: number(0, 10_000),
  creditUseFeeUnaware: share,
  instalmentChoice: number(-20, 20),
  instalmentAmount: number(-20, 20),
  term3: share,
  term6: share,
  term12: share,
  term24: share,
  uplift: number(0, 5), // on purchases, by credit at hand
  leaveShop: perMonth,
  creditLoyalty: share, // of the hazard to leave, taken away by credit at hand
  overborrowing: number(0, 2), // on credit amounts, per standard deviation of the tendency above its mean
  overborrowingCostTable: share, // of it, taken away by a confirmed cost table
  overborrowingEducation: share, // … by each item of education
  spillOver: share, // of other limits on the platform, lost on closing
  otherLimits: number(0, 100), // on the platform, as a multiple of this one
  spillOverSpend: share, // of spending that rests on them
  // repaying
  autopay: share, // of the aware whose other payments run by themselves
  autopayOthers: share, // of the other aware
  abilityBase: number(-20, 20),
  abilityQuality: number(-20, 20),
  abilityUtilisation: number(0, 20),
  abilityDue: number(0, 20),
  abilityDueSlope: number(0, 100),
  abilityDueCap: number(0, 100),
  abilityShock: number(0, 20),
  abilityFee: number(0, 20), // per % a month
  forgetAware: share,
  forgetUnaware: share,
  reminderEffect: share, // of forgetting, taken away by a reminder
  cureForgetters: share,
  cure1: share,
  cure2: share,
  cure3: share,
  cure4: share,
  cure5: share,
  cure6: share,
  cureInShock: number(0, 3),
  cureOutOfShock: number(0, 3),
  cureQuality: number(0, 3),
  roll1: share,
  roll2: share,
  roll3: share,
  roll4: share,
  roll5: share,
  roll6: share,
  roll7: share,
  chargeOffCycles: { unit: "cycles", min: 5, max: 24 },
  lossGivenDefault: share,
  planAcceptance: share,
  negativeReportCycles: { unit: "cycles", min: 1, max: 24 },
  collectContactCure: share, // by each contact a day beyond three
  collectNoContact: share, // of cures, lost where nobody is contacted
  collectNoNotice: share,
  collectQuietCure: share,
  collectThirdPartyCure: share,
  collectAppCure: share,
  collectAgencyCure: share,
  reportNoticeCure: share,
  // complaints and trust
  complaintDiscovery: share,
  complaintOverdue: perMonth,
  collectContactComplaint: number(0, 10), // of the hazard, by each contact beyond three
  collectQuietComplaint: number(0, 20),
  collectThirdPartyComplaint: number(0, 20),
  collectAppComplaint: number(0, 20),
  collectAgencyComplaint: number(0, 20),
  complaintClosureDenied: share,
  complaintSpill: share,
  complaintTakeover: share, // of victims
  complaintObjection: share, // of complaints of the overdue that object to the credit record
  complaintReachOnline: share,
  complaintReachPhone: share,
  complaintReachBranch: share,
  complaintReachLetter: share,
  complaintUnpublished: share,
  complaintPatience: number(0, 365), // days
  complaintEscalation: share,
  optOutDiscovery: share,
  withdrawDiscovery: share,
  leaveDiscovery: share,
  complaintNagging: perMonth, // contacted after a refusal
  optOutNagging: perMonth, // … and opts out for good
  adviceCapacity: share, // of misjudged capacity, taken away by advice on closing
  adviceReapplying: share, // of the hazard to apply again, taken away by it
  repairAcceptance: share, // of those offered credit repair
  repairCure: number(0, 5), // on the chance to catch up while it lasts
  repairAbility: number(0, 10), // on the ability to pay, from then on
  repairComplaint: share, // of complaints of the overdue, taken away while it lasts
  acquisitionUnaskedShare: share, // of the cost of winning a customer, spent where nobody asked
  complaintLeak: share, // told that her data leaked
  leaveLeak: share, // … and leaves the shop
  withdrawHazard: perMonth, // takes back the consents she gave least readily
  remedyReads: share, // the question of the remedy, in a month that it stands open
  remedyConfirms: share, // of those who read it
  remedyCloses: share, // … of the others
  // closing
  closeBase: perMonth,
  closeDiscovery: share,
  closeOverdue: perMonth,
  closeRetry: perMonth, // wanted to close, did not get through
  entranceAbandon: share, // at each menu beyond the first
  closeOffline: share, // where closing cannot be asked for online
  closeConditionAbandon: share, // at each unjustified condition
  closeReconsider: share, // of those told that other limits shrink
  closeWaitAbandon: perMonth, // while a request waits
  withdrawEarly: share, // of accounts, where there is a cooling-off period
  refundPending: share, // of recent credit purchases
  refundShare: share,
  settleShare: share, // of those told to settle
  factorSmsHonest: share,
  factorSmsFraud: share,
  factorPasswordHonest: share,
  factorPasswordFraud: share,
  factorIdentityHonest: share,
  factorIdentityFraud: share,
  factorFaceHonest: share,
  factorFaceFraud: share,
  factorCardHonest: share,
  factorCardFraud: share,
  factorCorrelation: share, // 0: independent; 1: the hardest decides
  attackBulkStrength: number(0, 10), // times a thief's chance at each factor
  attackTargetedStrength: number(0, 10),
  purchaseLostUnverified: share, // of purchases on credit that do not pass
  // attacks
  takeoverAttempt: perMonth,
  takeoverClosing: share, // of attempts that aim at closing
  takeoverSpending: share, // of attempts at spending that succeed
  takeoverOpening: perMonth,
  takeoverOpeningSuccess: share, // of applications in her name that pass the screens
  takeoverDrain: share, // of the headroom
  // limits
  raiseAcceptance: share,
  limitRequest: perMonth, // with four fifths of the line in use
  reviewInterval: { unit: "months", min: 1, max: 60 },
  // the lender, where the scenario says nothing
  merchantFeeBps: bps,
  fundingRateAnnualBps: bps,
  operatingCostMonthlyFen: fen(1_000_000),
  acquisitionCostFen: fen(10_000_000),
  // the run
  seasoningMonths: { unit: "months", min: 1, max: 120 },
} as const satisfies Record<string, AssumptionDomain>;

export type AssumptionName = keyof typeof assumptionTable;

/** Names in the order of the table. */
export const assumptionNames: readonly AssumptionName[] = Object.freeze(Object.keys(assumptionTable).filter(isAssumption));

function isAssumption(name: string): name is AssumptionName {
  return Object.hasOwn(assumptionTable, name);
}
