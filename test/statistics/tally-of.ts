// A tally made by hand for tests: only what is named is not zero.
import { jackknifeGroups, newScoreTally, type ClassBook, type ClassFigure, type CounterName, type CreditUser, type ScoreBand, type LawFinding, type PoolBook, type PoolDefinition, type PoolFlow, type Tally } from "../../src/simulation/index.ts";
import { counters as counterKinds } from "../../src/simulation/index.ts";

export interface HandMade {
  readonly customers?: number;
  readonly months?: number;
  /** A total (it falls into the last month), or a value a month. */
  readonly counters?: Readonly<Partial<Record<CounterName, number | readonly number[]>>>;
  /** Totals by jackknife group; spread evenly when absent. */
  readonly groups?: Readonly<Partial<Record<CounterName, readonly number[]>>>;
  readonly customersByGroup?: readonly number[];
  /** Of each vintage: accounts, and cumulative counts by months on book. */
  readonly vintages?: readonly { readonly booked: number; readonly ever90?: readonly number[]; readonly balance90?: readonly number[]; readonly originated?: number }[];
  /** Pools with their flows, all in the last month. */
  readonly pools?: readonly { readonly definition: PoolDefinition; readonly flows: Readonly<Partial<Record<PoolFlow, number>>> }[];
  readonly score?: Partial<Tally["scores"]>;
  readonly classes?: Readonly<Partial<Record<ScoreBand | CreditUser, Readonly<Partial<Record<ClassFigure, number>>>>>>;
  /** Counts by bin; of the jackknife groups nothing where they are not given. */
  readonly histograms?: Readonly<Record<string, { readonly edges: readonly number[]; readonly counts: readonly number[]; readonly groups?: readonly (readonly number[])[] }>>;
  readonly openingCashFen?: number;
  readonly laws?: readonly (Partial<LawFinding> & { readonly rule: string })[];
}

/** Evenly over the groups, whole numbers, the same total. */
function spread(total: number, group: number): number {
  return Math.floor((total * (group + 1)) / jackknifeGroups) - Math.floor((total * group) / jackknifeGroups);
}

export function tallyOf(made: HandMade): Tally {
  const { customers = 1000, months = 12, counters = {}, groups = {}, vintages = [] } = made;
  const series = (counter: CounterName): readonly number[] => {
    const given = counters[counter] ?? 0;
    return typeof given === "number" ? [...Array.from({ length: months - 1 }, () => 0), given] : given;
  };
  const total = (counter: CounterName): number => {
    const values = series(counter);
    return counterKinds[counter] === "stock" ? (values[months - 1] ?? 0) : values.reduce((sum, value) => sum + value, 0);
  };
  return {
    customers,
    months,
    at: (counter, month) => series(counter)[month] ?? 0,
    monthsBefore: 0,
    before: () => 0,
    total,
    group: (counter, group) => groups[counter]?.[group] ?? (groups[counter] === undefined ? spread(total(counter), group) : 0),
    customersInGroup: (group) => made.customersByGroup?.[group] ?? spread(customers, group),
    vintageBooked: (vintage) => vintages[vintage]?.booked ?? 0,
    vintage: (kind, vintage, monthsOnBook) => (kind === "ever90" ? (vintages[vintage]?.ever90?.[monthsOnBook] ?? 0) : 0),
    vintageBalance90: (vintage, monthsOnBook) => vintages[vintage]?.balance90?.[monthsOnBook] ?? 0,
    vintageOriginated: (vintage) => vintages[vintage]?.originated ?? 0,
    laws: (made.laws ?? []).map((law) => findingOf(law, months)),
    rulesFired: {},
    histograms: Object.fromEntries(Object.entries(made.histograms ?? {}).map(([name, { edges, counts, groups: split }]) => [name, { edges, counts, group: (group: number) => split?.[group] ?? counts.map(() => 0) }])),
    classes: classesOf(made.classes ?? {}),
    lossGivenDefault: 0.85,
    openingCashFen: made.openingCashFen ?? null,
    dataUses: [],
    pools: (made.pools ?? []).map(({ definition, flows }): PoolBook => ({
      definition,
      at: (flow, month) => (month === months - 1 ? (flows[flow] ?? 0) : 0),
      group: (flow, group, when) => (when === "run" ? spread(flows[flow] ?? 0, group) : 0),
    })),
    scores: { ...newScoreTally(months, { checks: made.score?.checks ?? [] }), checks: [], faultFrom: null, repairFrom: null, expected: null, ...made.score },
    settlements: {},
  };
}

function classesOf(made: NonNullable<HandMade["classes"]>): Tally["classes"] {
  const book = (name: ScoreBand | CreditUser): ClassBook => ({
    total: (figure) => made[name]?.[figure] ?? 0,
    group: (figure, group) => spread(made[name]?.[figure] ?? 0, group),
  });
  return {
    bands: {
      none: book("none"), "below-580": book("below-580"), "580-619": book("580-619"), "620-659": book("620-659"), "660-699": book("660-699"),
      "700-739": book("700-739"), "740-up": book("740-up"),
    },
    users: { feeUsers: book("feeUsers"), freeUsers: book("freeUsers") },
  };
}

function findingOf(law: Partial<LawFinding> & { readonly rule: string }, months: number): LawFinding {
  const persons = law.persons ?? 0;
  return {
    judged: persons,
    violations: persons,
    persons,
    accounts: persons,
    inconclusivePersons: 0,
    declaredPersons: 0,
    firstMonth: persons > 0 ? 0 : -1,
    personsByMonth: Float64Array.from({ length: months }, (_, month) => (month === 0 ? persons : 0)),
    personsByGroup: Float64Array.from({ length: jackknifeGroups }, (_, group) => spread(persons, group)),
    cases: [],
    ...law,
  };
}
