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
 * Everything the month knows of one customer. At most 128 fields: the engine keeps more of them apart from the object,
 * and every month is a sixth slower. One object is used for all customers of a run (the loop allocates
 * nothing); `clearState` makes it new. Amounts are whole fen.
 */
export interface CustomerState {
  customer: number;
  /** The month being lived, below 0 while a seasoned book is made. */
  month: number;
  /** Row of the month in the counters. */
  at: number;
  /** Number of the month's row: months before 0 share the last. */
  row: number;

  // latent, fixed
  quality: number;
  incomeFen: number;
  attention: number;
  appetite: number;
  /** Times credit amounts, by misjudged capacity; 1 and more. */
  overborrowing: number;
  /** Chance to buy in an ordinary month, without and with credit at hand. */
  buys: number;
  buysWithCredit: number;
  demand: number;
  /** √(income / reference income). */
  purchaseScale: number;
  autopayPropensity: number;
  termsMonth: number;
  theftMonth: number;
  /** Layoffs that can meet her, as bits. */
  layoffs: number;

  // luck of the month, drawn a block at a time
  purchaseLuck: number;
  leaveLuck: number;
  applyLuck: number;
  strengthLuck: number;
  memoryLuck: number;
  closeLuck: number;
  takeoverLuck: number;
  amountLuck: number;
  creditLuck: number;
  instalmentLuck: number;
  termLuck: number;

  // the customer
  shocked: boolean;
  gone: boolean;
  /** She would have left had no credit been offered. */
  goneWithoutCredit: boolean;
  metTerms: boolean;
  considered: boolean;
  approved: boolean;
  declinedAt: number;
  invitedUntil: number;
  refusedOffer: boolean;
  /** The month in which a person will look at her case, and where it came from. */
  reviewAt: number;
  reviewScreen: EnrolmentScreen | undefined;
  reviewAsked: boolean;
  /** When she last said no. */
  refusedAt: number;
  marketingOptOut: boolean;
  contactedThisMonth: boolean;
  /** Consent sources whose facts the lender does not have, as bits. */
  withheld: number;
  queriedAt: number;
  /** Advice on closing was given; it is given once. */
  advised: boolean;
  /** She left the shop over an account that nobody asked for. */
  leftOverDiscovery: boolean;
  /** Decisions that have read her data and whose reading is still held, as bits; the month of the last. Kept only where data leak. */
  read: number;
  readAt: number;
  /** Number of the last change of facts: of consents and what they withhold, of the request, of the account. */
  factsChanged: number;
  requestChanged: number;
  accountChanged: number;
  // the score that decisions read, where anything may change it
  /** The score she came with, the right one as of the last refresh, and the one in use; NaN: none. */
  givenPoints: number;
  truePoints: number;
  pointsInUse: number;
  /** Months since the score was worked out. */
  scoreAge: number;
  /** Faults of the score that concern her, as bits. */
  faults: number;
  /** Wronged by a fault of the score before: 1 declined, 2 approved. */
  wronged: number;
  /** Bin of the score that her account was opened with. */
  openingBin: number;
  /** What was last written of somebody without an account; −1: something else. */
  blankWritten: number;
  requestBits: number;
  /** Enrolment moments she went through, as bits. */
  passed: number;

  // the account
  status: number;
  openedBy: number;
  openedAt: number;
  timesOpened: number;
  asked: boolean;
  aware: boolean;
  discovered: boolean;
  complainedAbout: number;
  limitFen: number;
  limitChangedAt: number;
  limitUntil: number;
  /** (limit / reference)^elasticity. */
  limitScale: number;
  autopay: boolean;
  activated: boolean;
  hadBalance: boolean;
  firstStatementAt: number;
  reminded: boolean;
  wantsToClose: boolean;
  disputeUntil: number;
  fraudHoldUntil: number;
  planUntil: number;
  planOffered: boolean;
  reported: boolean;
  /** A closing that goes on into a later month: `closingStep`, the month it goes on in, and what was paid by which way. */
  closingStep: number;
  closingBy: number;
  readonly closing: { at: number; paidFen: number; refundFen: number };
  /** She takes the account for closed, and pays no bill until she is told of one. */
  thinksClosed: boolean;
  /** When the lender's monitoring first warned of her account, and what came of it since. */
  warnedAt: number;
  warned61: boolean;
  warned91At: number;
  /** Credit repair: offered once, under way until a month, and what it adds to the ability to pay. */
  repairOffered: boolean;
  repairUntil: number;
  support: number;
  /** How far the remedy of an account that nobody asked for has come: `remedyStep`. */
  remedyStep: number;
  remedyAskedAt: number;
  /** The remedy froze the account. */
  remedyHolds: boolean;

  // the price in force
  freeMonths: number;
  feeBps: number;
  lateBps: number;
  offer: Offer | undefined;
  /** The pool that the price in force puts new debts into. */
  arrangement: number;
  creditChance: number;
  creditChanceFee: number;
  creditChanceAware: boolean;

  // the debt
  missed: number;
  forgot: boolean;
  everMissed: number;
  arrearsPrincipalFen: number;
  arrearsFeeFen: number;
  arrearsLateFen: number;
  /** Of these, charged while she did not know of the account. */
  arrearsLateUnawareFen: number;
  scheduledFen: number;
  lastDueAt: number;
  /** The pool that the debt lies in; −1: in several, then what is owed in each stands below. */
  pool: number;
  readonly poolPrincipal: Float64Array;
  readonly poolFees: Float64Array;
  readonly duePrincipal: Float64Array;
  readonly dueFee: Float64Array;

  /** Score band that her account was opened in. */
  band: number;
  /** What she brought over the run, for the class she belongs to, as `lifeAt` says. */
  readonly life: Float64Array;

  // the past, for windowed facts; bit 0 is the latest month
  dueBits: number;
  missBits: number;
  creditBits: number;
  readonly spend: Float64Array;
  readonly utilisation: Float64Array;
  /** Last month in which so many cycles were missed. */
  readonly missedAt: Float64Array;
}

/** A state to be used again and again, for debts in so many pools. */
export function newState(pools: number): CustomerState {
  const state: CustomerState = {
    customer: 0, month: 0, at: 0, row: 0,
    quality: 0.5, incomeFen: 0.5, attention: 0.5, appetite: 0.5, overborrowing: 0.5, buys: 0.5, buysWithCredit: 0.5,
    demand: 0.5, purchaseScale: 0.5, autopayPropensity: 0.5, termsMonth: 0, theftMonth: 0, layoffs: 0,
    purchaseLuck: 0.5, leaveLuck: 0.5, applyLuck: 0.5, strengthLuck: 0.5, memoryLuck: 0.5, closeLuck: 0.5,
    takeoverLuck: 0.5, amountLuck: 0.5, creditLuck: 0.5, instalmentLuck: 0.5, termLuck: 0.5,
    shocked: false, gone: false, goneWithoutCredit: false, metTerms: false, considered: false, approved: false,
    declinedAt: 0, invitedUntil: 0, refusedOffer: false, refusedAt: 0, marketingOptOut: false, contactedThisMonth: false,
    advised: false, leftOverDiscovery: false, withheld: 0, read: 0, readAt: 0, queriedAt: 0, factsChanged: 0, requestChanged: 0, accountChanged: 0, blankWritten: 0, requestBits: 0, passed: 0,
    reviewAt: 0, reviewScreen: undefined, reviewAsked: false,
    givenPoints: 0.5, truePoints: 0.5, pointsInUse: 0.5, scoreAge: 0, faults: 0, wronged: 0, openingBin: 0,
    status: 0, openedBy: 0, openedAt: 0, timesOpened: 0, asked: false, aware: false, discovered: false,
    complainedAbout: 0, limitFen: 0.5, limitChangedAt: 0, limitUntil: 0, limitScale: 0.5, autopay: false,
    activated: false, hadBalance: false, firstStatementAt: 0, reminded: false, wantsToClose: false,
    disputeUntil: 0, fraudHoldUntil: 0, planUntil: 0, planOffered: false, reported: false,
    closingStep: 0, closingBy: 0, closing: { at: 0, paidFen: 0.5, refundFen: 0.5 }, thinksClosed: false,
    warnedAt: 0, warned61: false, warned91At: 0,
    repairOffered: false, repairUntil: 0, support: 0.5, remedyStep: 0, remedyAskedAt: 0, remedyHolds: false,
    freeMonths: 0, feeBps: 0.5, lateBps: 0.5, offer: undefined, arrangement: 0,
    creditChance: 0.5, creditChanceFee: 0.5, creditChanceAware: false,
    missed: 0, forgot: false, everMissed: 0,
    arrearsPrincipalFen: 0.5, arrearsFeeFen: 0.5, arrearsLateFen: 0.5, arrearsLateUnawareFen: 0.5,
    scheduledFen: 0.5, lastDueAt: 0,
    pool: 0, poolPrincipal: new Float64Array(pools), poolFees: new Float64Array(pools),
    duePrincipal: new Float64Array(scheduleCells), dueFee: new Float64Array(scheduleCells),
    band: 0, life: new Float64Array(8),
    dueBits: 0, missBits: 0, creditBits: 0,
    spend: new Float64Array(windowMonths), utilisation: new Float64Array(windowMonths),
    missedAt: new Float64Array(longestMissed).fill(never),
  };
  clearState(state);
  return state;
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
