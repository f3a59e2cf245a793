import { mergeScoreTallies, scoreBands, type ClassBook, type LawFinding, type PoolBook, type Tally } from "../simulation/index.ts";

/**
 * One tally over several sets of customers who share nobody: every count added up. For groups of a run; one
 * tally is returned as it is. Lists of rules, bins and uses of data are those of the first.
 */
export function joinTallies(tallies: readonly [Tally, ...Tally[]]): Tally {
  const [first, ...others] = tallies;
  if (others.length === 0) return first;
  const add = (count: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + count(tally), 0);
  return {
    customers: add((tally) => tally.customers),
    months: first.months,
    at: (counter, month) => add((tally) => tally.at(counter, month)),
    monthsBefore: first.monthsBefore,
    before: (counter, month) => add((tally) => tally.before(counter, month)),
    total: (counter) => add((tally) => tally.total(counter)),
    group: (counter, group) => add((tally) => tally.group(counter, group)),
    customersInGroup: (group) => add((tally) => tally.customersInGroup(group)),
    vintageBooked: (vintage) => add((tally) => tally.vintageBooked(vintage)),
    vintage: (kind, vintage, monthsOnBook) => add((tally) => tally.vintage(kind, vintage, monthsOnBook)),
    vintageBalance90: (vintage, monthsOnBook) => add((tally) => tally.vintageBalance90(vintage, monthsOnBook)),
    vintageOriginated: (vintage) => add((tally) => tally.vintageOriginated(vintage)),
    laws: first.laws.map((finding) => joinFindings(finding, tallies)),
    rulesFired: first.rulesFired,
    histograms: joinHistograms(tallies),
    dataUses: first.dataUses,
    scores: { ...first.scores, ...mergeScoreTallies(tallies.map(({ scores }) => scores), added) },
    classes: joinClasses(tallies),
    lossGivenDefault: first.lossGivenDefault,
    openingCashFen: first.openingCashFen,
    pools: first.pools.map((book, pool) => joinBooks(book, tallies.map(({ pools }) => pools[pool] ?? book))),
    settlements: first.settlements,
  };
}

function joinHistograms(tallies: readonly [Tally, ...Tally[]]): Tally["histograms"] {
  const names = Object.entries(tallies[0].histograms);
  return Object.fromEntries(
    names.map(([name, { edges }]) => {
      const all = tallies.flatMap((tally) => tally.histograms[name] ?? []);
      const add = (counts: (each: (typeof all)[number]) => readonly number[]): readonly number[] =>
        Array.from({ length: edges.length + 1 }, (_, bin) => all.reduce((sum, each) => sum + (counts(each)[bin] ?? 0), 0));
      return [name, { edges, counts: add(({ counts }) => counts), group: (group: number) => add((each) => each.group(group)) }];
    }),
  );
}

function joinClasses(tallies: readonly [Tally, ...Tally[]]): Tally["classes"] {
  const join = (book: (tally: Tally) => ClassBook): ClassBook => ({
    total: (figure) => tallies.reduce((sum, tally) => sum + book(tally).total(figure), 0),
    group: (figure, group) => tallies.reduce((sum, tally) => sum + book(tally).group(figure, group), 0),
  });
  const [{ classes }] = tallies;
  const bands = { ...classes.bands };
  for (const band of scoreBands) bands[band] = join((tally) => tally.classes.bands[band]);
  return { bands, users: { feeUsers: join((tally) => tally.classes.users.feeUsers), freeUsers: join((tally) => tally.classes.users.freeUsers) } };
}

function joinBooks({ definition }: PoolBook, books: readonly PoolBook[]): PoolBook {
  const add = (fen: (book: PoolBook) => number): number => books.reduce((total, book) => total + fen(book), 0);
  return {
    definition,
    at: (flow, month) => add((book) => book.at(flow, month)),
    group: (flow, group, when) => add((book) => book.group(flow, group, when)),
  };
}

function joinFindings(finding: LawFinding, tallies: readonly Tally[]): LawFinding {
  const same = tallies.flatMap((tally) => tally.laws.filter((other) => other.rule === finding.rule));
  const add = (count: (other: LawFinding) => number): number => same.reduce((total, other) => total + count(other), 0);
  const firsts = same.map((other) => other.firstMonth).filter((month) => month >= 0);
  return {
    ...finding,
    judged: add((other) => other.judged),
    violations: add((other) => other.violations),
    persons: add((other) => other.persons),
    accounts: add((other) => other.accounts),
    inconclusivePersons: add((other) => other.inconclusivePersons),
    inconclusiveActs: add((other) => other.inconclusiveActs ?? 0),
    declaredPersons: add((other) => other.declaredPersons),
    firstMonth: firsts.length === 0 ? -1 : Math.min(...firsts),
    personsByMonth: finding.personsByMonth.map((_, month) => add((other) => other.personsByMonth[month] ?? 0)),
    personsByGroup: finding.personsByGroup.map((_, group) => add((other) => other.personsByGroup[group] ?? 0)),
    cases: same
      .flatMap((other) => other.cases)
      .toSorted((a, b) => a.customer - b.customer)
      .slice(0, 3),
  };
}

function added(arrays: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(0), ...others] = arrays;
  return first.map((value, at) => others.reduce((sum, array) => sum + (array[at] ?? 0), value));
}
