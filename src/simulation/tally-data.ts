import { classCount, classFigures } from "./classes.ts";
import { counterAt, counterCount } from "./counter-at.ts";
import { counterNames, counters } from "./counters.ts";
import type { DecisionName, Moment } from "../policy/index.ts";
import { mergeLawTallies, useCells, type LawTally } from "./acts/index.ts";
import { arriving } from "./loads/queue.ts";
import { poolFlowCount, type PoolDefinition } from "./pools.ts";
import { newScoreTally, type ScoreFrame, type ScoreTally } from "./scores/index.ts";
import { jackknifeGroups, vintageMonths } from "./tally.ts";

/** What is kept by vintage and months on book. */
export const vintageKinds = ["ever30", "ever90", "chargedOff", "balance90"] as const;


/** Figures kept by channel of settlement: how many settled through it, what was paid and charged, how many late, failed, short. */
export const settlementFigures = ["settlements", "settledFen", "feeFen", "late", "failed", "short"] as const;

/** Upper edges of the bins of limits, in fen; the last bin is open. */
export const limitEdges: readonly number[] = Object.freeze(
  [0, 50_000, 100_000, 200_000, 300_000, 500_000, 700_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000, 20_000_000],
);
/** Upper edges of the bins of monthly fees, in basis points; the last bin is open. */
export const feeEdges: readonly number[] = Object.freeze([0, 20, 40, 50, 60, 70, 80, 100, 120, 150, 200]);

/** Bins of all-in annual rates a unit: half a percentage point each. */
export const rateBinsAUnit = 200;
/** Upper edges of the bins of all-in annual rates, as shares: by half a percentage point up to 48 %. */
export const rateEdges: readonly number[] = Object.freeze(Array.from({ length: 97 }, (_, bin) => bin / rateBinsAUnit));

/** The histograms of a tally. */
export const histogramEdges = { limitAtBooking: limitEdges, limitAtEnd: limitEdges, feeAtBooking: feeEdges, allInRate: rateEdges } as const;
export type HistogramName = keyof typeof histogramEdges;
export const histogramNames = ["limitAtBooking", "limitAtEnd", "feeAtBooking", "allInRate"] as const satisfies readonly HistogramName[];
/** Bins of all histograms together. */
export const histogramBins = histogramNames.reduce((sum, name) => sum + histogramEdges[name].length + 1, 0);

/** The frame that tallies must share to be added: months, rules and pools. */
export interface TallyFrame {
  readonly months: number;
  /** Months before month 0 of which cases that arrive at desks are kept. */
  readonly monthsBefore: number;
  /** Rules of each decision, in file order. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  /** Channels of settlement that the policy names. */
  readonly channels: readonly string[];
  /** Decisions that read data, in the order of their counts. */
  readonly readings: readonly { readonly decision: DecisionName; readonly moment: Moment }[];
  readonly pools: readonly PoolDefinition[];
  readonly score: ScoreFrame;
  /** Assumed share of a charged-off debt that is lost. */
  readonly lossGivenDefault: number;
  /** The lender's money at hand when the run begins; null where nobody states it. */
  readonly openingCashFen: number | null;
}

/** Counts of a set of customers: plain integers in typed arrays. */
export interface TallyPart {
  customers: number;
  /** [month][counter] */
  readonly byMonth: Float64Array;
  /** [month before month 0][counter of what arrives at desks], the earliest first. */
  readonly before: Float64Array;
  /** [group][counter]; flows summed over the months, stocks of the last month. */
  readonly byGroup: Float64Array;
  readonly groupCustomers: Float64Array;
  readonly vintageBooked: Float64Array;
  readonly vintageOriginated: Float64Array;
  /** [kind][vintage][months on book], as increments. */
  readonly vintages: Float64Array;
  /** Rules of all decisions one after the other. */
  readonly fired: Float64Array;
  /** [group], histograms one after the other. */
  readonly histograms: Float64Array;
  /** [channel][figure] */
  readonly settlements: Float64Array;
  /** [group][class][figure] */
  readonly classes: Float64Array;
  /** What decisions rested on: [reading][cell]. */
  readonly uses: Float64Array;
  /** [month][pool][flow], and one row more for months before 0. */
  readonly pools: Float64Array;
  /** [group][before or during the run][pool][flow] */
  readonly poolsByGroup: Float64Array;
  readonly scores: ScoreTally;
  laws: LawTally;
}

/** What a block of customers adds up to; survives a structured clone. */
export interface TallyData {
  readonly frame: TallyFrame;
  readonly all: TallyPart;
  /** By the values of the facts asked for, in the order of their keys: `female`, `1`, `30–39 / female`. */
  readonly groups: Readonly<Record<string, TallyPart>>;
}

const stock = counterNames.map((name) => counters[name] === "stock");

/** An empty part. */
export function newPart(frame: TallyFrame, laws: LawTally): TallyPart {
  const rules = Object.values(frame.rules).reduce((sum, names) => sum + names.length, 0);
  return {
    customers: 0,
    byMonth: new Float64Array(frame.months * counterCount),
    before: new Float64Array(frame.monthsBefore * arriving.length),
    byGroup: new Float64Array(jackknifeGroups * counterCount),
    groupCustomers: new Float64Array(jackknifeGroups),
    vintageBooked: new Float64Array(frame.months),
    vintageOriginated: new Float64Array(frame.months),
    vintages: new Float64Array(vintageKinds.length * frame.months * vintageMonths),
    fired: new Float64Array(rules),
    settlements: new Float64Array(frame.channels.length * settlementFigures.length),
    histograms: new Float64Array(jackknifeGroups * histogramBins),
    classes: new Float64Array(jackknifeGroups * classCount * classFigures.length),
    uses: new Float64Array(frame.readings.length * useCells),
    pools: new Float64Array((frame.months + 1) * frame.pools.length * poolFlowCount),
    poolsByGroup: new Float64Array(jackknifeGroups * 2 * frame.pools.length * poolFlowCount),
    scores: newScoreTally(frame.months, frame.score),
    laws,
  };
}

/** Adds a month-by-counter scratch to a part, for customers of one jackknife group, and empties the scratch. */
export function flushScratch(scratch: Float64Array, part: TallyPart, group: number, months: number): void {
  const { byMonth, byGroup } = part;
  const base = group * counterCount;
  for (let counter = 0; counter < counterCount; counter++) {
    let sum = 0;
    for (let month = 0; month < months; month++) {
      const value = scratch[month * counterCount + counter] ?? 0;
      byMonth[month * counterCount + counter] = (byMonth[month * counterCount + counter] ?? 0) + value;
      sum = stock[counter] === true ? value : sum + value;
    }
    byGroup[base + counter] = (byGroup[base + counter] ?? 0) + sum;
  }
  flushBefore(scratch, part, months);
  scratch.fill(0);
}

const arrivingAt = arriving.map((name) => counterAt[name]);

/** Rows of months before month 0 stand after all others, where they are kept. */
function flushBefore(scratch: Float64Array, { before }: TallyPart, months: number): void {
  let at = 0;
  for (let row = months + 1; at < before.length; row++) {
    for (const counter of arrivingAt) {
      before[at] = (before[at] ?? 0) + (scratch[row * counterCount + counter] ?? 0);
      at++;
    }
  }
}

/** The same for the pools. */
export function flushPools(scratch: Float64Array, part: TallyPart, group: number, months: number): void {
  const width = scratch.length / (months + 1);
  const { pools, poolsByGroup } = part;
  for (let at = 0; at < scratch.length; at++) {
    const value = scratch[at] ?? 0;
    if (value === 0) continue;
    pools[at] = (pools[at] ?? 0) + value;
    const to = (group * 2 + (at < months * width ? 1 : 0)) * width + (at % width);
    poolsByGroup[to] = (poolsByGroup[to] ?? 0) + value;
  }
  scratch.fill(0);
}

/** Takes the totals of the customer in hand from the scratch (flows summed, stocks of the last month) and empties it. */
export function takeTotals(scratch: Float64Array, totals: Float64Array, at: number, months: number): void {
  for (let counter = 0; counter < counterCount; counter++) {
    let sum = 0;
    for (let month = stock[counter] === true ? months - 1 : 0; month < months; month++) sum += scratch[month * counterCount + counter] ?? 0;
    totals[at + counter] = sum;
  }
  scratch.fill(0);
}

/**
 * Adds tallies up. Addition of integers below 2^53: any order gives the same bytes. Throws where the tallies are of
 * different runs, or where there is none.
 */
export function mergeTallies(list: readonly TallyData[]): TallyData {
  const [first, ...more] = list;
  if (first === undefined) throw new Error("no tally to merge");
  const groups = Object.entries(first.groups).map(([key, part]) => [key, copyOf(part)] as const);
  return more.reduce(addTally, { frame: first.frame, all: copyOf(first.all), groups: Object.fromEntries(groups) });
}

/** Adds a tally to a sum in place: only for a sum that nobody else holds. Throws where they are of different runs. */
export function addTally(sum: TallyData, more: TallyData): TallyData {
  if (JSON.stringify(more.frame) !== JSON.stringify(sum.frame)) throw new Error("tallies of different runs");
  addPart(sum.all, more.all);
  const groups = new Map(Object.entries(sum.groups));
  for (const [key, part] of Object.entries(more.groups)) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, copyOf(part));
    else addPart(known, part);
  }
  const inOrder = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { frame: sum.frame, all: sum.all, groups: Object.fromEntries(inOrder) };
}

const columns = [
  "byMonth", "before", "byGroup", "groupCustomers", "vintageBooked", "vintageOriginated", "vintages", "fired", "histograms",
  "settlements", "classes", "uses", "pools", "poolsByGroup",
] as const satisfies readonly (keyof TallyPart)[];
const scoreColumns = ["byGroup", "byMonth", "base", "fairness"] as const satisfies readonly (keyof ScoreTally)[];

function addPart(sum: TallyPart, more: TallyPart): void {
  sum.customers += more.customers;
  for (const name of columns) addTo(sum[name], more[name]);
  for (const name of scoreColumns) addTo(sum.scores[name], more.scores[name]);
  sum.laws = mergeLawTallies([sum.laws, more.laws]);
}

const copyOf = (part: TallyPart): TallyPart => structuredClone(part);

function addTo(sum: Float64Array, more: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (more[i] ?? 0);
}
