// A synthetic population held against another: SDMetrics' figures, worked by hand and from its own tests.
import { expect, test } from "vitest";
import type { FactDefinition } from "../../src/facts/index.ts";
import { synthesise } from "../../src/population/index.ts";
import { compareColumns, type PairedColumn } from "../../src/population/quality/compare-columns.ts";
import { correlation, ksDistance } from "../../src/population/quality/distances.ts";
import { dictionary, urban } from "./setup.ts";

const factOf = (name: string): FactDefinition => {
  const fact = dictionary.facts.get(name);
  if (fact === undefined) throw new Error(name);
  return fact;
};
const column = (name: string, real: readonly number[], synthetic: readonly number[]): PairedColumn => ({ fact: factOf(name), real: Float64Array.from(real), synthetic: Float64Array.from(synthetic) });

test("KS of four values shifted by two is one half, of values apart one (UrbanInstitute/syntheval, test-util_ks-distance.R)", () => {
  const ks = (a: readonly number[], b: readonly number[]): number | null => ksDistance(Float64Array.from(a), Float64Array.from(b));
  expect([ks([1, 2, 3, 4], [1, 2, 3, 4]), ks([1, 2, 3, 4], [3, 4, 5, 6]), ks([1, 2, 3, 4], [60, 70, 80, 90]), ks([], [1])]).toEqual([0, 0.5, 1, null]);
});

test("values by their shares: a, b, c, a, a, b against a, b, c, a, b, c is 5/6 (SDMetrics, TVComplement)", () => {
  const { columns } = compareColumns([column("customer.maritalStatus", [0, 1, 2, 0, 0, 1], [0, 1, 2, 0, 1, 2])]);
  expect(columns[0]).toMatchObject({ metric: "TVComplement", score: expect.closeTo(5 / 6, 12) });
});

test("correlations of +1 and −1 are as different as can be; of numbers beside values the table in ten bins is compared", () => {
  const rising = [10, 20, 30, 40];
  const { pairs } = compareColumns([column("customer.age", rising, rising), column("shop.tenureMonths", rising, rising.toReversed())]);
  expect(pairs[0]).toMatchObject({ metric: "CorrelationSimilarity", score: expect.closeTo(0, 12), real: expect.closeTo(1, 12), synthetic: expect.closeTo(-1, 12) });
  // By hand: file (20, f) (20, f) (29, m) (30, m) → bins 1, 1, 9 or 10, 10; synthetic (20, f) (20, m) (30, m) (31, m): one of four in another cell, one beyond the range.
  const mixed = compareColumns([column("customer.age", [20, 20, 30, 30], [20, 20, 30, 31]), column("customer.gender", [0, 0, 1, 1], [0, 1, 1, 1])]);
  // File: (bin 1, f) ½, (bin 10, m) ½. Synthetic: (1, f) ¼, (1, m) ¼, (10, m) ¼, (beyond, m) ¼. ½ · (¼ + ¼ + ¼ + ¼) = ½.
  expect(mixed.pairs[0]).toMatchObject({ metric: "ContingencySimilarity", score: expect.closeTo(0.5, 12) });
  // Overall by hand: shapes 1 − ¼ (KS at 30) and 1 − ¼ (shares of f ½ and ¼); the mean of ¾ and ½.
  expect([mixed.columnShapes, mixed.pairTrends, mixed.overall]).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.5, 12), expect.closeTo(0.625, 12)]);
});

test("missing values: left out of numbers and correlations, one more value among values, and told", () => {
  const none = Number.NaN;
  const { columns } = compareColumns([column("bureau.score", [600, 700, none, none], [600, 700, 600, 700]), column("customer.gender", [0, 1, none, none], [0, 1, 0, 1])]);
  const by = new Map(columns.map((one) => [one.fact, one]));
  expect(by.get("bureau.score")).toMatchObject({ score: 1, realMissing: 0.5, syntheticMissing: 0 });
  expect(by.get("customer.gender")).toMatchObject({ score: 0.5, realMissing: 0.5 });
  expect(correlation(Float64Array.of(1, none, 3), Float64Array.of(2, 5, 4))).toBeCloseTo(1, 12);
});

test("what cannot be scored is no data and stands last: a column without a value, a pair of which one does not vary", () => {
  const none = Number.NaN;
  const { columns, pairs, overall } = compareColumns([column("bureau.score", [none, none], [600, 700]), column("customer.age", [30, 30], [30, 40])]);
  expect(columns.map(({ fact, score }) => [fact, score])).toEqual([["customer.age", 0.5], ["bureau.score", null]]);
  expect(pairs[0]?.score).toBeNull();
  expect(overall).toBe(0.5);
  expect(compareColumns([]).overall).toBeNull();
});

test("other customers of the same profile score near one, the same customers exactly one", () => {
  const names = ["customer.age", "customer.gender", "customer.incomeMonthlyFen", "bureau.score", "shop.memberTier"];
  const columnsOf = (replication: number): ReadonlyMap<string, Float64Array> => synthesise({ profile: urban, seed: "quality", replication, customers: 3000, dictionary }).block(0, 3000).observed;
  const [one, other] = [columnsOf(0), columnsOf(1)];
  const against = (synthetic: ReadonlyMap<string, Float64Array>): PairedColumn[] => names.map((name) => ({ fact: factOf(name), real: one.get(name) ?? new Float64Array(), synthetic: synthetic.get(name) ?? new Float64Array() }));
  const same = compareColumns(against(one));
  expect([...same.columns, ...same.pairs].map(({ score }) => score)).toEqual([...same.columns, ...same.pairs].map(() => 1));
  const alike = compareColumns(against(other));
  expect(alike.overall).toBeGreaterThan(0.95);
  expect(alike.overall).toBeLessThan(1);
});
