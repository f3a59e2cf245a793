import type { DataUse } from "./acts/index.ts";
import type { ClassFigure, CreditUser, ScoreBand } from "./classes.ts";
import type { CounterName } from "./counters.ts";
import type { PoolDefinition, PoolFlow } from "./pools.ts";
import type { ScoreFrame, ScoreTally } from "./scores/score-tally.ts";

/** Customers fall into this many groups by number, for the delete-a-group jackknife. */
export const jackknifeGroups = 32;

/** Months on book that vintage curves show, 0 … 36 at most. */
export const vintageMonths = 37;

/** What a channel of settlement did: how many settled through it, fen paid and charged, how many late, failed and short. */
export interface SettlementTotals {
  readonly settlements: number;
  readonly settledFen: number;
  readonly feeFen: number;
  readonly late: number;
  readonly failed: number;
  readonly short: number;
}

/** One law rule over a run. Persons and accounts are distinct; first month is −1 where nothing was found. */
export interface LawFinding {
  readonly rule: string;
  /** Acts of the rule's kind that were judged while it was in force. */
  readonly judged: number;
  readonly violations: number;
  readonly persons: number;
  readonly accounts: number;
  readonly inconclusivePersons: number;
  /** Acts left open; of the lender's own month-end, months. */
  readonly inconclusiveActs?: number;
  /** Persons whose verdict rested on a declared fact. */
  readonly declaredPersons: number;
  readonly firstMonth: number;
  /** Persons with a violation in the month. */
  readonly personsByMonth: Float64Array;
  /** Persons by jackknife group. */
  readonly personsByGroup: Float64Array;
  /** The three customers of lowest number, with the month. */
  readonly cases: readonly { readonly customer: number; readonly month: number }[];
}

/** What a run adds up to. Every number is an integer; tallies merge by addition in any order. */
export interface Tally {
  readonly customers: number;
  readonly months: number;
  /** Value of a counter in a month. */
  at(counter: CounterName, month: number): number;
  /** Months before month 0 of which cases at desks are kept: none without a desk, or on an empty book. */
  readonly monthsBefore: number;
  /** Cases that arrived at a desk in such a month, −1 the last of them; 0 for what arrives at none. */
  before(counter: CounterName, month: number): number;
  /** Flow: the sum over the months; stock: the last month. */
  total(counter: CounterName): number;
  /** The same for one jackknife group. */
  group(counter: CounterName, group: number): number;
  /** Customers in a jackknife group. */
  customersInGroup(group: number): number;
  /** Accounts booked in the month, and how many of them stood so at so many months on book (cumulative). */
  vintageBooked(vintage: number): number;
  vintage(kind: "ever30" | "ever90" | "chargedOff", vintage: number, monthsOnBook: number): number;
  /** First-90+ balance by months on book, and credit purchases, of one vintage, in fen. */
  vintageBalance90(vintage: number, monthsOnBook: number): number;
  vintageOriginated(vintage: number): number;
  readonly laws: readonly LawFinding[];
  /** How often each rule of each decision fired, in file order. */
  readonly rulesFired: Readonly<Record<string, readonly { readonly rule: string; readonly times: number }[]>>;
  /** Limits at booking and at month-end of the last month: counts by bin. */
  readonly histograms: Readonly<Record<string, Histogram>>;
  /** Account holders by score band and by use. */
  readonly classes: { readonly bands: Readonly<Record<ScoreBand, ClassBook>>; readonly users: Readonly<Record<CreditUser, ClassBook>> };
  /** Assumed share of a charged-off debt that is lost. */
  readonly lossGivenDefault: number;
  /** The lender's money at hand when the run begins; null where nobody states it. */
  readonly openingCashFen: number | null;
  /** What each decision rested on, by its decision and moment. */
  readonly dataUses: readonly DataUse[];
  /** How the score turned out, and whom it treats how; with what a run says about it. */
  readonly scores: ScoreTally & ScoreFrame;
  /** Debts by who owns them, with what was counted of each. */
  readonly pools: readonly PoolBook[];
  /** Debts settled on closing, by channel. */
  readonly settlements: Readonly<Record<string, SettlementTotals>>;
}

/** Counts by bin; `edges` are upper edges, the last bin is open. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** The counts of one jackknife group. */
  group(group: number): readonly number[];
}

/** What a class of account holders added up to over the run. */
export interface ClassBook {
  total(figure: ClassFigure): number;
  group(figure: ClassFigure, group: number): number;
}

/** What a pool counted, in fen. */
export interface PoolBook {
  readonly definition: PoolDefinition;
  /** A flow in a month; −1: in all months before month 0. */
  at(flow: PoolFlow, month: number): number;
  /** A flow over the run, or before it, of the customers of one jackknife group. */
  group(flow: PoolFlow, group: number, when: "before" | "run"): number;
}
