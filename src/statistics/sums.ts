import {
  counters,
  jackknifeGroups,
  type ClassBook,
  type ClassFigure,
  type CounterName,
  type CreditUser,
  type Histogram,
  type LawFinding,
  type PoolFlow,
  type ScoreBand,
  type Tally,
} from "../simulation/index.ts";
import { bearerBooks, type BearerBook, type PoolSums } from "./bearers.ts";
import { scoreSums, scoreSumsAt, scoreSumsWithout, type ScoreSums } from "./score/score-sums.ts";
import { severityOf, type RuleSeverity } from "./judged-tally.ts";

/** One law rule's totals in a slice of a run. */
export interface LawSum {
  readonly rule: string;
  /** Null where nobody told the tally how severe its rules are. */
  readonly severity: RuleSeverity | null;
  readonly persons: number;
  /** Months of the lender with a match: only its own month-end acts, which concern no person, have any. */
  readonly lenderMonths: number;
  /** Null for a month: inconclusive persons are counted over the whole run only. */
  readonly inconclusive: number | null;
}

/** What a measure reads: the totals of a slice of a run (all of it, all but one group of customers, one month). */
export interface Sums {
  /** Persons in the slice. */
  readonly customers: number;
  /** How much of the run the slice is, by persons: 1 for all of it. Counts are divided by it. */
  readonly runs: number;
  of(counter: CounterName): number;
  readonly laws: readonly LawSum[];
  /** Months of the slice. */
  readonly months: number;
  /** Assumed share of a charged-off debt that is lost. */
  readonly lossGivenDefault: number;
  /** What account holders of a class added up to; 0 for a month, which tallies do not split by class. */
  inClass(name: ScoreBand | CreditUser, figure: ClassFigure): number;
  /** A histogram by name; empty for a month. */
  histogram(name: string): Pick<Histogram, "edges" | "counts">;
  /** What each bearer earned and lost in the slice; worked out when first asked for. */
  bearers(): readonly BearerBook[];
  /** The pools of debts. */
  pools(): readonly PoolSums[];
  readonly scores: ScoreSums;
}

/** The whole of a run. What is added up over its months is added up once: slices ask for it again and again. */
export function sumsOf(tally: Tally): Sums {
  const of: Sums["of"] = asked((counter) => tally.total(counter));
  return {
    customers: tally.customers,
    runs: 1,
    of,
    ...booksOf(of, () => throughMonth(tally, tally.months - 1, -1).map((pool) => ({ ...pool, before: asked((flow) => pool.before(flow)), through: asked((flow) => pool.through(flow)) }))),
    ...spread(tally, wholeClasses(tally), ({ counts }) => counts),
    laws: lawSums(tally, { persons: (finding) => finding.persons, wholeRun: 1 }),
    scores: scoreSums(tally),
  };
}

/** The books of all bearers over a whole run. */
export const bearersOf = (tally: Tally): readonly BearerBook[] => sumsOf(tally).bearers();

/** The same function, which works out each answer once. */
function asked<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const last = known.get(key);
    if (last !== undefined) return last;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** All customers but those of one jackknife group; `whole`: the sums of all of them. */
export function sumsWithout(tally: Tally, group: number, whole: Sums): Sums {
  const customers = tally.customers - tally.customersInGroup(group);
  const of: Sums["of"] = (counter) => whole.of(counter) - tally.group(counter, group);
  return {
    customers,
    runs: customers / tally.customers,
    of,
    ...booksOf(of, () => withoutGroup(tally, group, whole.pools())),
    ...spread(tally, (name, figure, book) => whole.inClass(name, figure) - book.group(figure, group), (histogram) => without(histogram, group)),
    laws: lawSums(tally, { persons: (finding) => finding.persons - (finding.personsByGroup[group] ?? 0), wholeRun: customers / tally.customers }),
    scores: scoreSumsWithout(tally, group, whole.scores),
  };
}

/** One month: flows of the month, stocks at its end. */
export function sumsAt(tally: Tally, month: number): Sums {
  const of: Sums["of"] = (counter) => tally.at(counter, month);
  return {
    customers: tally.customers,
    runs: 1,
    of,
    ...booksOf(of, () => throughMonth(tally, month, month - 1)),
    ...spread(tally, () => 0, () => []),
    months: 1,
    laws: lawSums(tally, { persons: (finding) => finding.personsByMonth[month] ?? 0, wholeRun: 0 }),
    scores: scoreSumsAt(tally, month),
  };
}

type FigureOfClass = (name: ScoreBand | CreditUser, figure: ClassFigure, book: ClassBook) => number;

/** Of all customers, added up once. */
function wholeClasses({ classes: { bands, users } }: Tally): FigureOfClass {
  const books: Readonly<Record<ScoreBand | CreditUser, ClassBook>> = { ...bands, ...users };
  const totals = asked((name: ScoreBand | CreditUser) => asked((figure: ClassFigure) => books[name].total(figure)));
  return (name, figure) => totals(name)(figure);
}

/** What a slice of a run is told by class and by bin. */
function spread(
  tally: Tally,
  figureOf: FigureOfClass,
  countsOf: (histogram: Histogram) => readonly number[],
): Pick<Sums, "months" | "lossGivenDefault" | "inClass" | "histogram"> {
  const { bands, users } = tally.classes;
  const classes: Readonly<Record<ScoreBand | CreditUser, ClassBook>> = { ...bands, ...users };
  return {
    months: tally.months,
    lossGivenDefault: tally.lossGivenDefault,
    inClass: (name, figure) => figureOf(name, figure, classes[name]),
    histogram: (name) => {
      const histogram = tally.histograms[name];
      return histogram === undefined ? { edges: [], counts: [] } : { edges: histogram.edges, counts: countsOf(histogram) };
    },
  };
}

function without(histogram: Histogram, group: number): readonly number[] {
  const own = histogram.group(group);
  return histogram.counts.map((count, bin) => count - (own[bin] ?? 0));
}

function booksOf(of: Sums["of"], made: () => readonly PoolSums[]): Pick<Sums, "bearers" | "pools"> {
  let sums: readonly PoolSums[] | undefined;
  let books: readonly BearerBook[] | undefined;
  const pools = (): readonly PoolSums[] => (sums ??= made());
  return {
    pools,
    bearers: () => (books ??= bearerBooks(pools(), { operatingFen: of("operatingCostFen"), acquisitionFen: of("acquisitionCostFen"), fraudFen: of("fraudLossFen"), settlementFeesFen: of("settlementFeeFen") })),
  };
}

/** Pools from the start of the book through one month, and before the slice that begins after another. */
export function throughMonth(tally: Tally, last: number, before: number): readonly PoolSums[] {
  return tally.pools.map((pool): PoolSums => {
    const until = (flow: PoolFlow, month: number): number => {
      let sum = 0;
      for (let m = -1; m <= month; m++) sum += pool.at(flow, m);
      return sum;
    };
    return { definition: pool.definition, before: (flow) => until(flow, before), through: (flow) => until(flow, last) };
  });
}

function withoutGroup(tally: Tally, group: number, whole: readonly PoolSums[]): readonly PoolSums[] {
  return whole.map((all, index): PoolSums => {
    const own = (flow: PoolFlow, when: "before" | "run"): number => tally.pools[index]?.group(flow, group, when) ?? 0;
    return {
      definition: all.definition,
      before: (flow) => all.before(flow) - own(flow, "before"),
      through: (flow) => all.through(flow) - own(flow, "before") - own(flow, "run"),
    };
  });
}

/**
 * Some months on end, `to` left out: flows added up, stocks at the end of the last. Persons a law rule matched are those
 * of its worst month: who is the same from month to month is not kept.
 */
export function sumsBetween(tally: Tally, from: number, to: number): Sums {
  const months = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  const of: Sums["of"] = (counter) => (counters[counter] === "stock" ? tally.at(counter, to - 1) : months.reduce((sum, month) => sum + tally.at(counter, month), 0));
  return {
    ...sumsAt(tally, to - 1),
    of,
    months: months.length,
    ...booksOf(of, () => throughMonth(tally, to - 1, from - 1)),
    laws: lawSums(tally, { persons: (finding) => Math.max(0, ...months.map((month) => finding.personsByMonth[month] ?? 0)), wholeRun: 0 }),
  };
}

/** The groups that hold anybody: a small run leaves some empty, and an empty group says nothing. */
export function groupsInUse(tally: Tally): readonly number[] {
  return Array.from({ length: jackknifeGroups }, (_, group) => group).filter(
    (group) => tally.customersInGroup(group) > 0,
  );
}

function lawSums(
  tally: Tally,
  { persons, wholeRun }: { readonly persons: (finding: LawFinding) => number; /** How much of the run the slice is; 0 for a month of it. */ readonly wholeRun: number },
): readonly LawSum[] {
  return tally.laws.map((finding) => ({
    rule: finding.rule,
    severity: severityOf(finding),
    persons: persons(finding),
    // A match that touched nobody is the lender's own; divided by the slice's share of the run it is whole again.
    lenderMonths: finding.persons === 0 ? finding.violations * wholeRun : 0,
    inconclusive: wholeRun === 0 ? null : finding.inconclusivePersons + openMonths(finding),
  }));
}

/** Months that a missing fact left open for the lender itself: open acts that concern no person. */
function openMonths({ persons, inconclusivePersons, inconclusiveActs = 0 }: LawFinding): number {
  return persons === 0 && inconclusivePersons === 0 ? inconclusiveActs : 0;
}
