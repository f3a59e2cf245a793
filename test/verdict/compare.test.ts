import fc from "fast-check";
import { expect, test } from "vitest";
import { measureNamed, measures, type Tally } from "../../src/statistics/index.ts";
import { paretoFront } from "../../src/verdict/index.ts";
import { reportOf, request } from "./report-of.ts";
import { tallyOf, type HandMade } from "../statistics/tally-of.ts";

function compared(name: string, champion: readonly Tally[], challenger: readonly Tally[]) {
  const runs = [champion, challenger].map((tallies, index) => ({ name: index === 0 ? "silent" : "asked", title: { en: "x", zh: "甲" }, tallies }));
  const found = reportOf({ runs, expectations: [] }).comparisons[0]?.measures.find((measure) => measure.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

const one = (made: HandMade): readonly Tally[] => [tallyOf(made)];

test("a policy against itself differs by exactly nothing in every measure", () => {
  const { comparisons } = reportOf({ challengers: ["silent"] });
  expect(comparisons[0]?.measures).toHaveLength(measures.length);
  for (const { name, difference, interval, verdict } of comparisons[0]?.measures ?? []) {
    if (difference === null) continue;
    expect(difference, name).toBe(0);
    expect(interval, name).toEqual({ low: 0, high: 0, kind: "sampling" });
    expect(verdict, name).toBe("no-difference-that-matters");
  }
});

test("the difference is paired: what moves both policies alike does not widen it", () => {
  const luck = Array.from({ length: 32 }, (_, i) => 1000 * ((i * 7) % 13));
  const total = luck.reduce((sum, x) => sum + x, 0);
  const champion = one({ customers: 32, counters: { salesFen: total }, groups: { salesFen: luck } });
  const challenger = one({ customers: 32, counters: { salesFen: total + 32 * 5000 }, groups: { salesFen: luck.map((x) => x + 5000) } });
  const { difference, interval, verdict } = compared("salesPerCustomer", champion, challenger);
  expect(difference).toBeCloseTo(5000, 6);
  expect((interval?.high ?? Number.NaN) - (interval?.low ?? Number.NaN)).toBeLessThan(1e-6);
  expect(verdict).toBe("better");
});

test("the paired interval is Student's interval of the group-wise differences", () => {
  const differences = Array.from({ length: 32 }, (_, i) => i * 3 - 20);
  const mean = differences.reduce((sum, x) => sum + x, 0) / 32;
  const error = Math.sqrt(differences.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / 31 / 32);
  const { interval } = compared(
    "salesPerCustomer",
    one({ customers: 32 }),
    one({ customers: 32, counters: { salesFen: mean * 32 }, groups: { salesFen: differences } }),
  );
  expect(interval?.high).toBeCloseTo(mean + 2.0395134464 * error, 8);
});

test("verdicts follow the direction of the measure and the smallest difference that matters", () => {
  const matters = measureNamed("ever90PlusAtMonth12")?.matters ?? 0;
  const bad = (share: number) => one({ customers: 320_000, counters: { matured12: 320_000, ever90At12: Math.round(320_000 * share) } });
  expect(compared("ever90PlusAtMonth12", bad(0.02), bad(0.02 + 3 * matters)).verdict).toBe("worse");
  expect(compared("ever90PlusAtMonth12", bad(0.02), bad(0.02 - 3 * matters)).verdict).toBe("better");
  expect(compared("ever90PlusAtMonth12", bad(0.02), bad(0.02 + matters / 4)).verdict).toBe("no-difference-that-matters");
  expect(compared("approvalRate", one({ counters: { approved: 10, considered: 100 } }), one({ counters: { approved: 90, considered: 100 } })).verdict).not.toBe("better");
});

test("what is uncertain is undecided, and so is what has no data", () => {
  const wild = Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? 900_000 : 0));
  expect(compared("salesPerCustomer", one({ customers: 32 }), one({ customers: 32, counters: { salesFen: 900_000 * 16 }, groups: { salesFen: wild } })).verdict).toBe("better");
  const noisy = wild.map((x, i) => (i % 4 < 2 ? x : -x));
  expect(compared("salesPerCustomer", one({ customers: 32 }), one({ customers: 32, counters: { salesFen: 0 }, groups: { salesFen: noisy } })).verdict).toBe("undecided");
  expect(compared("bookingRate", one({}), one({ counters: { considered: 10, booked: 5 } }))).toMatchObject({ difference: null, interval: null, verdict: "undecided" });
});

test("one more law rule matched is worse, without an interval", () => {
  const { comparisons } = reportOf();
  const found = comparisons[0]?.measures.find(({ name }) => name === "lawRulesMatched");
  expect(found).toMatchObject({ difference: -2, interval: null, verdict: "better" });
});

test("a measure that rests on an assumption names the break-even at which the ranking turns", () => {
  const miss = (missed: number) => one({ customers: 100_000, counters: { firstStatements: 100_000, firstStatementsMissed: missed } });
  expect(compared("firstPaymentDefault", miss(8000), miss(2000))).toMatchObject({ verdict: "better", breakEven: 0.25 });
  expect(compared("firstPaymentDefault", miss(8000), miss(8000)).breakEven).toBeNull();
  const bad = (count: number) => one({ customers: 100_000, counters: { matured12: 100_000, ever90At12: count } });
  expect(compared("ever90PlusAtMonth12", bad(8000), bad(2000)).breakEven).toBeNull();
});

test("with replications the difference covers economies too", () => {
  const runs = (bads: readonly number[]) => bads.map((bad) => tallyOf({ counters: { matured12: 10_000, ever90At12: bad } }));
  const found = compared("ever90PlusAtMonth12", runs([100, 200, 300]), runs([110, 210, 310]));
  expect(found.interval?.kind).toBe("replication");
  expect(found.difference).toBeCloseTo(0.001, 12);
  expect((found.interval?.high ?? 1) - (found.interval?.low ?? 0)).toBeLessThan(1e-9);
});

test("the front holds exactly the points that no other beats", () => {
  expect(paretoFront([[1, 5], [2, 4], [3, 6], [2, 5], [Number.NaN, 0]], ["higher", "lower"])).toEqual([1, 2]);
  expect(paretoFront([[1, 1], [1, 1]], ["higher", "higher"])).toEqual([0, 1]);
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(points, (all) => {
      const front = new Set(paretoFront(all, ["higher", "lower"]));
      expect(front.size).toBeGreaterThan(0);
      for (const [i, [x, y]] of all.entries()) {
        const beaten = all.some(([u, v]) => u >= x && v <= y && (u > x || v < y));
        expect(front.has(i)).toBe(!beaten);
      }
    }),
  );
});

test("a report names the front of each trade-off", () => {
  const [enrolment] = reportOf(request()).tradeOffs;
  expect(enrolment).toEqual({ x: { measure: "enrolledShare", better: "higher" }, y: { measure: "ever90PlusAtMonth12", better: "lower" }, frontier: ["silent", "asked"] });
});

test("nothing found on one side is no certainty: few accounts without a default decide nothing", () => {
  const of = (bad: number, accounts: number) => one({ customers: 3200, counters: { matured12: accounts, ever90At12: bad } });
  const few = compared("ever90PlusAtMonth12", of(26, 1000), of(0, 85));
  expect(few.verdict).toBe("undecided");
  // Newcombe's method 10 from Wilson's [0.0178, 0.0378] and [0, 0.0432].
  expect(few.interval?.low).toBeCloseTo(-0.026 - (0.037828 - 0.026), 4);
  expect(few.interval?.high).toBeCloseTo(-0.026 + Math.hypot(0.043236, 0.026 - 0.017805), 4);
  expect(compared("ever90PlusAtMonth12", of(26, 1000), of(0, 5000)).verdict).toBe("better");
  expect(compared("ever90PlusAtMonth12", of(0, 10), of(0, 12)).verdict).toBe("undecided");
  const balance = (late: number, all: number) => one({ counters: { balanceFen: all, dpd91plusBalanceFen: late } });
  expect(compared("balance90PlusShare", balance(100, 10_000), balance(0, 500))).toMatchObject({ interval: null, verdict: "undecided" });
});
