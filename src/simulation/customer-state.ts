import type { Offer } from "./offers.ts";
import type { EnrolmentScreen } from "./screens.ts";

/** Where an account stands, in the order of the fact `account.status`. */
export const standing = { none: 0, open: 1, frozen: 2, closed: 3, chargedOff: 4 } as const;

/** What a closing that goes on into a later month waits for: the lender's decision, a refund, or the money on its way. */
export const closingStep = { none: 0, decision: 1, refund: 2, money: 3 } as const;

/** How far the remedy of a silent account has come. From `closingByAnswer` on the account is held. */
export const remedyStep = { none: 0, asked: 1, confirmed: 2, kept: 3, closingByAnswer: 4, closingBySilence: 5, frozen: 6 } as const;

/** Cells of the schedule of what falls due: a power of two above the longest term and plan. */
export const scheduleCells = 128;
const windowMonths = 4;
export const longestMissed = 32;

/** Where what a customer brought stands in `CustomerState.life`: fen, yuan-months, months, times; 1 where she bought so. */
export const lifeAt = { revenue: 0, cost: 1, loss: 2, balanceYuanMonths: 3, balanceMonths: 4, defaults: 5, boughtFree: 6, boughtAtFee: 7 } as const;

/** No month: before every month of a run. */
export const never = -100_000;

/**
 * Everything the month knows of one customer. One object is used for all customers of a run (the loop allocates
 * nothing); `clearState` makes it new. Amounts are whole fen. A class, because the engine keeps the fields of a long
 * object literal apart from the object and boxes every number in them anew: the month is an eighth slower. A field that
 * will hold fractions or large sums begins as 0.5, so that it is a double from the start.
 */
export class CustomerState {
  customer = 0;
  /** The month being lived, below 0 while a seasoned book is made. */
  month = 0;
  /** Row of the month in the counters. */
  at = 0;
  /** Number of the month's row: months before 0 share the last. */
  row = 0;

  // latent, fixed
  quality = 0.5;
  incomeFen = 0.5;
  attention = 0.5;
  appetite = 0.5;
  /** Times credit amounts, by misjudged capacity; 1 and more. */
  overborrowing = 0.5;
  /** Chance to buy in an ordinary month, without and with credit at hand. */
  buys = 0.5;
  buysWithCredit = 0.5;
  demand = 0.5;
  /** √(income / reference income). */
  purchaseScale = 0.5;
  autopayPropensity = 0.5;
  termsMonth = 0;
  theftMonth = 0;
  /** Layoffs that can meet her, as bits. */
  layoffs = 0;

  // luck of the month, drawn a block at a time
  purchaseLuck = 0.5;
  leaveLuck = 0.5;
  applyLuck = 0.5;
  strengthLuck = 0.5;
  memoryLuck = 0.5;
  closeLuck = 0.5;
  takeoverLuck = 0.5;
  amountLuck = 0.5;
  creditLuck = 0.5;
  instalmentLuck = 0.5;
  termLuck = 0.5;

  // the customer
  shocked = false;
  gone = false;
  /** She would have left had no credit been offered. */
  goneWithoutCredit = false;
  metTerms = false;
  considered = false;
  approved = false;
  declinedAt = 0;
  invitedUntil = 0;
  refusedOffer = false;
  /** The month in which a person will look at her case, and where it came from. */
  reviewAt = 0;
  reviewScreen: EnrolmentScreen | undefined = undefined;
  reviewAsked = false;
  /** When she last said no. */
  refusedAt = 0;
  marketingOptOut = false;
  contactedThisMonth = false;
  /** Consent sources whose facts the lender does not have, as bits. */
  withheld = 0;
  queriedAt = 0;
  /** Advice on closing was given; it is given once. */
  advised = false;
  /** She left the shop over an account that nobody asked for. */
  leftOverDiscovery = false;
  /** Decisions that have read her data and whose reading is still held, as bits; the month of the last. Kept only where data leak. */
  read = 0;
  readAt = 0;
  /** Number of the last change of facts: of consents and what they withhold, of the request, of the account. */
  factsChanged = 0;
  requestChanged = 0;
  accountChanged = 0;
  // the score that decisions read, where anything may change it
  /** The score she came with, the right one as of the last refresh, and the one in use; NaN: none. */
  givenPoints = 0.5;
  truePoints = 0.5;
  pointsInUse = 0.5;
  /** Months since the score was worked out. */
  scoreAge = 0;
  /** Faults of the score that concern her, as bits. */
  faults = 0;
  /** Wronged by a fault of the score before: 1 declined, 2 approved. */
  wronged = 0;
  /** Bin of the score that her account was opened with. */
  openingBin = 0;
  /** What was last written of somebody without an account; −1: something else. */
  blankWritten = 0;
  requestBits = 0;
  /** Enrolment moments she went through, as bits. */
  passed = 0;

  // the account
  status = 0;
  openedBy = 0;
  openedAt = 0;
  timesOpened = 0;
  asked = false;
  aware = false;
  discovered = false;
  complainedAbout = 0;
  limitFen = 0.5;
  limitChangedAt = 0;
  limitUntil = 0;
  /** (limit / reference)^elasticity. */
  limitScale = 0.5;
  autopay = false;
  activated = false;
  hadBalance = false;
  firstStatementAt = 0;
  reminded = false;
  wantsToClose = false;
  disputeUntil = 0;
  fraudHoldUntil = 0;
  planUntil = 0;
  planOffered = false;
  reported = false;
  /** A closing that goes on into a later month: `closingStep`, the month it goes on in, and what was paid by which way. */
  closingStep = 0;
  closingBy = 0;
  readonly closing = { at: 0, paidFen: 0.5, refundFen: 0.5 };
  /** She takes the account for closed, and pays no bill until she is told of one. */
  thinksClosed = false;
  /** When the lender's monitoring first warned of her account, and what came of it since. */
  warnedAt = 0;
  warned61 = false;
  warned91At = 0;
  /** Credit repair: offered once, under way until a month, and what it adds to the ability to pay. */
  repairOffered = false;
  repairUntil = 0;
  support = 0.5;
  /** How far the remedy of an account that nobody asked for has come: `remedyStep`. */
  remedyStep = 0;
  remedyAskedAt = 0;
  /** The remedy froze the account. */
  remedyHolds = false;

  // the price in force
  freeMonths = 0;
  feeBps = 0.5;
  lateBps = 0.5;
  offer: Offer | undefined = undefined;
  /** The pool that the price in force puts new debts into. */
  arrangement = 0;
  creditChance = 0.5;
  creditChanceFee = 0.5;
  creditChanceAware = false;

  // the debt
  missed = 0;
  forgot = false;
  everMissed = 0;
  arrearsPrincipalFen = 0.5;
  arrearsFeeFen = 0.5;
  arrearsLateFen = 0.5;
  /** Of these, charged while she did not know of the account. */
  arrearsLateUnawareFen = 0.5;
  scheduledFen = 0.5;
  lastDueAt = 0;
  /** The pool that the debt lies in; −1: in several, then what is owed in each stands below. */
  pool = 0;
  readonly poolPrincipal: Float64Array;
  readonly poolFees: Float64Array;
  readonly duePrincipal = new Float64Array(scheduleCells);
  readonly dueFee = new Float64Array(scheduleCells);

  /** Score band that her account was opened in. */
  band = 0;
  /** What she brought over the run, for the class she belongs to, as `lifeAt` says. */
  readonly life = new Float64Array(8);

  // the past, for windowed facts; bit 0 is the latest month
  dueBits = 0;
  missBits = 0;
  creditBits = 0;
  readonly spend = new Float64Array(windowMonths);
  readonly utilisation = new Float64Array(windowMonths);
  /** Last month in which so many cycles were missed. */
  readonly missedAt = new Float64Array(longestMissed).fill(never);

  /** For debts in so many pools. */
  constructor(pools: number) {
    this.poolPrincipal = new Float64Array(pools);
    this.poolFees = new Float64Array(pools);
    clearState(this);
  }
}

/** Forgets the last customer. What is fixed for the next one (latent traits, months of fate) is set by the caller. */
export function clearState(s: CustomerState): void {
  s.shocked = s.gone = s.goneWithoutCredit = s.metTerms = s.considered = s.approved = false;
  s.refusedOffer = s.marketingOptOut = s.contactedThisMonth = false;
  s.declinedAt = s.invitedUntil = s.queriedAt = s.refusedAt = never;
  s.withheld = s.read = 0;
  s.readAt = never;
  s.advised = s.leftOverDiscovery = false;
  s.wronged = 0;
  s.reviewAt = never;
  s.reviewScreen = undefined;
  s.blankWritten = -1;
  s.requestBits = -1;
  s.passed = 0;
  s.status = standing.none;
  s.timesOpened = 0;
  clearAccount(s);
}

/** A fresh account, or none: nothing owed, no past. */
export function clearAccount(s: CustomerState): void {
  s.openedBy = 0;
  s.openedAt = never;
  s.asked = s.aware = s.discovered = s.autopay = s.activated = s.hadBalance = false;
  s.reminded = s.wantsToClose = s.planOffered = s.reported = s.forgot = false;
  s.warned61 = false;
  s.warnedAt = s.warned91At = never;
  s.complainedAbout = -1;
  s.closingStep = closingStep.none;
  s.closing.at = never;
  s.closing.paidFen = s.closing.refundFen = 0;
  s.closingBy = -1;
  s.thinksClosed = false;
  s.repairOffered = false;
  s.repairUntil = never;
  s.support = 0;
  s.remedyStep = remedyStep.none;
  s.remedyHolds = false;
  s.remedyAskedAt = never;
  s.limitFen = s.limitScale = 0;
  s.limitChangedAt = s.limitUntil = s.disputeUntil = s.fraudHoldUntil = s.planUntil = s.firstStatementAt = never;
  s.freeMonths = s.feeBps = s.lateBps = s.arrangement = s.pool = 0;
  s.offer = undefined;
  s.creditChance = 0;
  s.creditChanceFee = -1;
  s.creditChanceAware = false;
  if (s.everMissed > 0) s.missedAt.fill(never);
  s.missed = s.everMissed = 0;
  s.dueBits = s.missBits = s.creditBits = 0;
  // Plain loops: `fill` costs a call into the engine each time.
  for (let i = 0; i < windowMonths; i++) s.spend[i] = s.utilisation[i] = 0;
  clearDebt(s);
}

/** Nothing owed and nothing to fall due. */
export function clearDebt(s: CustomerState): void {
  s.arrearsPrincipalFen = s.arrearsFeeFen = s.arrearsLateFen = s.arrearsLateUnawareFen = s.scheduledFen = 0;
  if (s.lastDueAt > never) {
    s.duePrincipal.fill(0);
    s.dueFee.fill(0);
  }
  s.lastDueAt = never;
}

/** She said no: to an offer, or by closing. */
export function saidNo(s: CustomerState): void {
  s.refusedOffer = true;
  s.refusedAt = s.month;
}

/** Whether she has an account that can be used, paid or closed. */
export const hasAccount = (s: CustomerState): boolean => s.status === standing.open || s.status === standing.frozen;

/** Whether the remedy holds the account: no monitoring rule lets it go. */
export const heldByRemedy = (s: CustomerState): boolean => s.remedyStep >= remedyStep.closingByAnswer;

/** Billed and unpaid, fees included, in fen. */
export const arrearsFen = (s: CustomerState): number => s.arrearsPrincipalFen + s.arrearsFeeFen + s.arrearsLateFen;

/** All that is owed, in fen; fees of months to come are not owed yet. */
export const balanceFen = (s: CustomerState): number => arrearsFen(s) + s.scheduledFen;

/** Days that the oldest unpaid bill is late at month-end: bills fall due on the 20th. */
export const daysPastDue = (missed: number): number => (missed === 0 ? 0 : missed * 30 - 20);

/** Sets the limit and what hangs on it. `scale`: (limit / reference)^elasticity. */
export function setLimit(s: CustomerState, limitFen: number, scale: number): void {
  s.limitFen = limitFen;
  s.limitScale = scale;
  s.limitChangedAt = s.month;
}
