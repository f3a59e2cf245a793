import type { Draws } from "../base/index.ts";
import type { CustomerBlock } from "../population/index.ts";
import type { Procedures, Row } from "../policy/index.ts";
import { useAt, type ActHandle, type Judges, type LawCounts } from "./acts/index.ts";
import type { AssumptionValues } from "./assumptions.ts";
import type { ClosingFigures } from "./closing-figures.ts";
import type { AllInRates } from "./all-in-rates.ts";
import type { CollectionFigures } from "./collection-figures.ts";
import type { ComplaintFigures } from "./complaint-figures.ts";
import { counterAt } from "./counter-at.ts";
import type { CustomerState } from "./customer-state.ts";
import type { PreparedDecision } from "./decisions.ts";
import type { ReviewDesk } from "./phases/review.ts";
import type { PreparedLayoff } from "./phases/layoffs.ts";
import type { FactorChances } from "./phases/factors.ts";
import type { LeakFigures } from "./leak-figures.ts";
import type { LenderCosts } from "./lender.ts";
import type { Waits } from "./loads/coupling.ts";
import type { Lucks } from "./luck.ts";
import type { PostingKind } from "./postings.ts";
import type { ScoreSlots, Scoring } from "./scores/index.ts";
import type { EnrolmentScreen } from "./screens.ts";
import type { Offer } from "./offers.ts";
import { addToPool, several, spreadOverPools } from "./pool-books.ts";
import type { PoolTable } from "./pools.ts";
import type { ProcedureStage } from "./procedure-stages.ts";
import type { Recorder } from "./recorder.ts";
import type { RemedyFigures } from "./remedy-figures.ts";
import type { Slots } from "./slots.ts";
import type { Tables } from "./tables.ts";
import type { TallyPart } from "./tally-data.ts";

/** All that the phases of the month share: what a run fixes once, and where the customer in hand is counted. */
export interface World {
  readonly months: number;
  /** Months lived before month 0. */
  readonly warmUp: number;
  readonly assumed: AssumptionValues;
  readonly costs: LenderCosts;
  /** Those in force in the month, and what follows from them. */
  procedures: Procedures;
  policy: PolicyFigures;
  /** The procedures at first and as audits had them mended; undefined where they never change. */
  readonly stages: readonly WorldStage[] | undefined;
  /** Index of those in force. */
  stage: number;
  readonly tables: Tables;
  readonly draws: Draws;
  readonly luck: Lucks;
  readonly row: Row;
  /** What a row holds before anything is known of a customer. */
  readonly blankRow: Row;
  readonly slots: Slots;
  readonly score: ScoreSlots;
  readonly layoffs: readonly PreparedLayoff[];
  /** Undefined where the scenario says nothing of who reviews. */
  readonly review: ReviewDesk | undefined;
  /** Undefined where the score stays what customers came with. */
  readonly scoring: Scoring | undefined;
  readonly decisions: Decisions;
  readonly judges: Judges;
  /** Leaks of data; undefined where there are none. */
  readonly leaks: LeakFigures | undefined;
  /** Days that a case of each month waits at the lender's desks; none before month 0. */
  readonly waits: Waits;
  readonly acts: Acts;
  /** All readings of the policy, and where the counts of what they rest on stand in `TallyPart.uses`. */
  readonly readings: readonly { readonly access: ActHandle; readonly usesAt: number }[];
  /** Counters of the customers in hand: [month][counter], and one row more for months before 0, or one for each that is kept. */
  readonly scratch: Float64Array;
  /** Months before month 0 whose cases at desks are kept. */
  readonly monthsBefore: number;
  readonly pools: PoolTable;
  readonly rates: AllInRates;
  /** Where each channel of settlement is counted. */
  readonly channelOf: readonly number[];
  /** Slots that the observed columns of the block in hand fill. */
  readonly place: { ofColumns: readonly number[] };
  readonly hand: Hand;
}

/** Procedures from a month on, made ready. */
export interface WorldStage extends ProcedureStage {
  readonly policy: PolicyFigures;
}

/** Who is in hand, and where she is counted. */
export interface Hand {
  block: CustomerBlock;
  /** Position of the customer in the block. */
  index: number;
  /** Observed columns of the block. */
  columns: readonly Float64Array[];
  /** The columns turned into rows, one customer after another: the loop jumps from customer to customer. */
  rows: Float64Array;
  part: TallyPart;
  /** Jackknife group of the customers in hand. */
  group: number;
  laws: LawCounts;
  recorder: Recorder | undefined;
  /** Number of the last change of facts of anybody. */
  changes: number;
}

/** Factors asked for where an account is opened by an act of the customer's own, and at purchases on credit. */
export interface VerificationFigures {
  readonly asksAtOpening: boolean;
  readonly openingCount: number;
  readonly opening: FactorChances;
  readonly asksAtSpending: boolean;
  readonly spendingAboveFen: number;
  readonly spending: FactorChances;
}

/** Figures that follow from the procedures. */
export interface PolicyFigures {
  readonly screens: {
    readonly registration: EnrolmentScreen | undefined;
    readonly checkout: EnrolmentScreen | undefined;
    readonly application: EnrolmentScreen | undefined;
    readonly monthlyScan: EnrolmentScreen | undefined;
    readonly invitationAnswer: EnrolmentScreen | undefined;
  };
  /** Chance that somebody unaware finds out in an ordinary month, statements apart. */
  readonly drift: number;
  readonly firstStatementNotice: number;
  /** Times the tendency to over-borrow. */
  readonly overborrowing: number;
  /** Chance to get through the menus before a request to close. */
  readonly throughEntrance: number;
  /** Chances to pass the factors that the procedures ask for. */
  readonly factors: FactorChances;
  readonly closing: ClosingFigures;
  readonly collection: CollectionFigures;
  readonly complaints: ComplaintFigures;
  readonly verification: VerificationFigures;
  readonly raisesAreOffers: boolean;
  readonly markets: boolean;
  /** Index of `marketing` in `consentSources`. */
  readonly marketingSource: number;
  /** Chance to get through the menus before a consent can be taken back. */
  readonly throughWithdrawal: number;
  /** How silent accounts are put to their holders; undefined where they are not. */
  readonly remedy: RemedyFigures | undefined;
}

/** The decisions of the policy, each at its moment; undefined where the moment never occurs. */
export interface Decisions {
  readonly limit: Readonly<Record<"booking" | "review" | "request" | "monitoring", LimitDecision>>;
  readonly pricing: Readonly<Record<"booking" | "purchase" | "review", PricingDecision>>;
  readonly closure: ClosureDecision;
  readonly monitoring: Readonly<Record<"month-end" | "overdue" | "complaint" | "discovery", MonitoringDecision>>;
}

export interface EnrolmentDecision {
  readonly decision: PreparedDecision;
  readonly enrol: number;
  readonly invite: number;
  readonly review: number;
  readonly decline: number;
  readonly offerDays: number;
}

export interface LimitDecision {
  readonly decision: PreparedDecision;
  readonly grant: number;
  readonly limitFen: number;
  readonly untilMonths: number;
}

export interface PricingDecision {
  readonly decision: PreparedDecision;
  readonly price: number;
  readonly noAction: number;
  readonly freeDays: number;
  readonly feeMonthlyBps: number;
  readonly lateDailyBps: number;
  readonly terms: number;
  readonly arrangement: number;
  /** By index into `compiled.texts`. */
  readonly offers: readonly (Offer | undefined)[];
  readonly arrangements: readonly number[];
  readonly pools: readonly number[];
  /** All-in rates by fee and offer, as they are worked out; NaN before. */
  readonly rates: Float64Array;
}

export interface ClosureDecision {
  readonly decision: PreparedDecision;
  readonly refuse: number;
  readonly plan: number;
  readonly factors: number;
  readonly channels: number;
}

export interface MonitoringDecision {
  readonly decision: PreparedDecision;
  /** Bits of the outcomes; 0 where one cannot come out. */
  readonly remind: number;
  readonly freeze: number;
  readonly unfreeze: number;
  readonly reduce: number;
  readonly raise: number;
  readonly offerPlan: number;
  readonly stricterReview: number;
  readonly alert: number;
  /** Those that warn of an account: alert, stricter review, freeze, reduce. */
  readonly warns: number;
  readonly reduceTo: number;
  readonly raiseTo: number;
  readonly raiseAsOffer: number;
  readonly planMonths: number;
  readonly waiveLateFee: number;
}

/** Acts that laws judge, resolved once. Enrolments stand with their screens. */
export interface Acts {
  readonly query: ActHandle;
  readonly limit: Readonly<Record<"booking" | "requested" | "imposed" | "offerAccepted", ActHandle>>;
  readonly price: Readonly<Record<"booking" | "purchase" | "review", ActHandle>>;
  readonly billing: ActHandle;
  readonly negativeReport: ActHandle;
  readonly collection: ActHandle;
  readonly closureRequest: ActHandle;
  readonly closure: Readonly<Record<"closed" | "refused" | "pending", ActHandle>>;
  readonly complaint: Readonly<Record<"fees" | "unwanted" | "closure" | "objection" | "service" | "fraud", ActHandle>>;
  readonly marketing: ActHandle;
  readonly leak: ActHandle;
}

/** Numbers a change of facts: decisions made before it on these facts are made anew. */
export function changed(w: World): number {
  w.hand.changes += 1;
  return w.hand.changes;
}

/** Adds to a counter of the month in hand; nothing is written down. */
export function count(w: World, s: CustomerState, counter: number, amount = 1): void {
  const at = s.at + counter;
  w.scratch[at] = (w.scratch[at] ?? 0) + amount;
}

/** Something happened that a counter counts: counted, and written into the history. */
export function happened(w: World, s: CustomerState, counter: number, amount = 1): void {
  count(w, s, counter, amount);
  w.hand.recorder?.counted(s.month, counter, amount);
}

/** Moves money: counted, and posted in the history. Nothing for nothing. */
export function post(w: World, s: CustomerState, posting: PostingKind, amountFen: number): void {
  if (amountFen === 0) return;
  const { flow, life } = posting;
  count(w, s, posting.counter, amountFen);
  if (life >= 0) s.life[life] = (s.life[life] ?? 0) + posting.sign * amountFen;
  if (flow >= 0) {
    if (s.pool === several) return postInSeveral(w, s, posting, amountFen);
    addToPool(w, s, s.pool, flow, amountFen);
  }
  if (w.hand.recorder !== undefined) recordPosting(w, s, posting, amountFen);
}

function recordPosting(w: World, s: CustomerState, posting: PostingKind, amountFen: number): void {
  w.hand.recorder?.posting(s.month, posting, amountFen, posting.flow < 0 || w.pools.count === 1 ? undefined : w.pools.names[s.pool]);
}

/** Apart from `post`, because a function that makes another one allocates each time it is called. */
function postInSeveral(w: World, s: CustomerState, posting: PostingKind, amountFen: number): void {
  spreadOverPools(w, s, posting.flow, amountFen, (pool, fen) => addPart(w, s, { posting, pool, amountFen: fen }));
}

/** The same within one pool. */
export function postIn(w: World, s: CustomerState, { posting, pool, amountFen }: PoolPosting): void {
  if (amountFen === 0) return;
  count(w, s, posting.counter, amountFen);
  if (posting.life >= 0) s.life[posting.life] = (s.life[posting.life] ?? 0) + posting.sign * amountFen;
  addPart(w, s, { posting, pool, amountFen });
}

function addPart(w: World, s: CustomerState, { posting, pool, amountFen }: PoolPosting): void {
  addToPool(w, s, pool, posting.flow, amountFen);
  w.hand.recorder?.posting(s.month, posting, amountFen, w.pools.count === 1 ? undefined : w.pools.names[pool]);
}

interface PoolPosting {
  readonly posting: PostingKind;
  readonly pool: number;
  readonly amountFen: number;
}

/** Puts an act to the laws; before month 0 nothing is judged. */
export function act(w: World, s: CustomerState, handle: ActHandle, name: string): void {
  if (s.month < 0) return;
  const verdict = w.judges.judge(handle, s.month);
  w.hand.recorder?.act(s.month, name, verdict);
}

/**
 * Makes a decision on the row as it stands. Reading is an act; so is asking the bureau, once a month. The outcome is
 * in `decision.outcome`.
 */
export function decide(w: World, s: CustomerState, decision: PreparedDecision): void {
  if (s.month >= 0) read(w, s, decision);
  if (w.leaks !== undefined) {
    s.read |= decision.readBit;
    s.readAt = s.month;
  }
  if (decision.queriesBureau && s.queriedAt !== s.month) {
    s.queriedAt = s.month;
    act(w, s, w.acts.query, "credit-report-query");
  }
  conclude(w, s, decision);
}

/** The act of reading, and what it rests on. */
function read(w: World, s: CustomerState, { access }: PreparedDecision): void {
  const { verdict, use } = w.judges.read(access, s.month);
  w.hand.recorder?.act(s.month, "data-access", verdict);
  const rests = use.cells[0];
  if (rests === useAt.notNeeded) return;
  count(w, s, counterAt.dataUses);
  if (rests !== useAt.valid) count(w, s, counterAt.dataUsesUnsupported);
}

/** The decision itself, without the acts of reading: for a thief's request, which is not the customer's. */
export function conclude(w: World, s: CustomerState, decision: PreparedDecision): void {
  const { compiled, outcome } = decision;
  w.row[w.slots.of["request.moment"]] = decision.moment;
  const basis = basisOf(s, decision);
  if (basis !== decision.memory.basis) {
    decision.memory.basis = basis;
    compiled.decide(w.row, outcome);
  }
  if (s.month < 0) {
    w.hand.recorder?.decision(s.month, decision, w.row);
    return;
  }
  if (outcome.undecided) count(w, s, counterAt.undecided);
  countFired(outcome.fired, w.hand.part.fired, decision.firedAt);
  w.hand.recorder?.decision(s.month, decision, w.row);
}

/** The last change of any fact that the decision reads: as long as it is the same, so is the outcome. */
function basisOf(s: CustomerState, decision: PreparedDecision): number {
  let basis = s.factsChanged;
  if (decision.readsRequest && s.requestChanged > basis) basis = s.requestChanged;
  if (decision.readsAccount && s.accountChanged > basis) basis = s.accountChanged;
  return basis;
}

function countFired(words: Int32Array, fired: Float64Array, firedAt: number): void {
  for (let word = 0; word < words.length; word++) {
    let bits = words[word] ?? 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits);
      const at = firedAt + word * 32 + bit;
      fired[at] = (fired[at] ?? 0) + 1;
      bits &= bits - 1;
    }
  }
}
