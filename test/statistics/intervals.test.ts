import fc from "fast-check";
import { expect, test } from "vitest";
import { computeMeasures, computeMeasuresAt, measureNamed, poolReplications, sampleMeasures, type MeasureValue } from "../../src/statistics/index.ts";
import { tallyOf, type HandMade } from "./tally-of.ts";

function valueOf(name: string, made: HandMade): MeasureValue {
  const measure = measureNamed(name);
  if (measure === undefined) throw new Error(name);
  return measure.compute(tallyOf(made));
}

test("a share of accounts has Wilson's interval", () => {
  // Wilson 1927 for 10 of 100 at 95 %: 0.05523 … 0.17437 (any table of score intervals).
  const { interval } = valueOf("ever90PlusAtMonth12", { counters: { matured12: 100, ever90At12: 10 } });
  expect(interval?.low).toBeCloseTo(0.05523, 5);
  expect(interval?.high).toBeCloseTo(0.17437, 5);
  expect(interval?.kind).toBe("sampling");
});

test("a mean over equal groups has Student's interval of the group means", () => {
  // 32 groups of one customer each, evenly spread: the jackknife of a mean is its classical standard error.
  const amounts = Array.from({ length: 32 }, (_, i) => i * 7);
  const mean = amounts.reduce((sum, x) => sum + x, 0) / 32;
  const error = Math.sqrt(amounts.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / 31 / 32);
  const { value, interval } = valueOf("salesPerCustomer", {
    customers: 32,
    counters: { salesFen: amounts.reduce((sum, x) => sum + x, 0) },
    groups: { salesFen: amounts },
  });
  expect(value).toBeCloseTo(mean, 10);
  // t(0.975, 31) = 2.0395134464
  expect(interval?.high).toBeCloseTo(mean + 2.0395134464 * error, 8);
  expect(interval?.low).toBeCloseTo(mean - 2.0395134464 * error, 8);
});

test("an estimated count has the interval of a total, not of a mean", () => {
  const perGroup = Array.from({ length: 32 }, (_, i) => i % 2);
  const { value, interval } = valueOf("considered", { customers: 3200, counters: { considered: 16 }, groups: { considered: perGroup } });
  expect(value).toBe(16);
  // Sum of 32 independent 0/1: variance 32 · 31⁻¹ · Σ(x − x̄)² = 32/31 · 8.
  const reach = 2.0395134464 * Math.sqrt((32 / 31) * 8);
  expect(interval?.high).toBeCloseTo(16 + reach, 6);
});

test("events that never happened leave an upper bound, not certainty", () => {
  const { value, interval } = valueOf("takeoversPerThousand", { counters: { takeovers: 0 } });
  expect(value).toBe(0);
  expect(interval?.low).toBe(0);
  expect(interval?.high).toBeGreaterThan(3);
  expect(valueOf("lossPerCustomer", {}).interval).toBeNull();
});

test("counts of law matches are counts of this run and have no interval", () => {
  expect(valueOf("violations", { laws: [{ rule: "A", persons: 3 }] }).interval).toBeNull();
});

test("one customer gives values and no jackknife", () => {
  const one = valueOf("salesPerCustomer", { customers: 1, counters: { salesFen: 100 } });
  expect(one.value).toBe(100);
  expect(one.interval).toBeNull();
});

test("more accounts than persons considered (a book from before) still has an interval that holds the value", () => {
  const { value, interval } = valueOf("bookingRate", {
    counters: { considered: 100, booked: 150 },
    groups: { considered: Array.from({ length: 32 }, (_, i) => (i % 3) + 2), booked: Array.from({ length: 32 }, (_, i) => (i % 4) + 3) },
  });
  expect(value).toBe(1.5);
  expect(interval === null || interval.low <= 1.5).toBe(true);
});

test("replications give Student's interval over runs, of kind replication", () => {
  const runs = [10, 14, 12, 8, 16].map((bad) => valueOf("ever90PlusAtMonth12", { counters: { matured12: 1000, ever90At12: bad } }));
  const pooled = poolReplications(runs);
  expect(pooled.value).toBeCloseTo(0.012, 12);
  expect(pooled.numerator).toBe(60);
  expect(pooled.denominator).toBe(5000);
  // Equal denominators: mean ± t(0.975, 4) · s / √5, s = √10 / 1000.
  expect(pooled.interval?.high).toBeCloseTo(0.012 + 2.7764451052 * Math.sqrt(10 / 5) / 1000, 8);
  expect(pooled.interval?.kind).toBe("replication");
  const [only] = runs;
  if (only !== undefined) expect(poolReplications([only])).toEqual(only);
});

test("the mean over replications is the value of a count", () => {
  const pooled = poolReplications([4, 6].map((persons) => valueOf("violations", { laws: [{ rule: "A", persons }] })));
  expect(pooled.value).toBe(5);
  expect(pooled.interval).toBeNull();
});

test("months have the month's own flows and no interval where groups are not split by month", () => {
  const tally = tallyOf({ months: 2, counters: { booked: [10, 30], considered: [100, 100], salesFen: [500, 700] } });
  const second = new Map(computeMeasuresAt(tally, 1).map((value) => [value.name, value]));
  expect(second.get("bookingRate")?.value).toBe(0.3);
  expect(second.get("bookingRate")?.interval).not.toBeNull();
  expect(second.get("salesPerCustomer")?.interval).toBeNull();
});

test("every interval holds its value, for any tally", () => {
  const made = fc.record({
    customers: fc.integer({ min: 1, max: 5000 }),
    numbers: fc.array(fc.nat(100_000), { minLength: 12, maxLength: 12 }),
  });
  fc.assert(
    fc.property(made, ({ customers, numbers }) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
      const tally = tallyOf({
        customers,
        counters: { booked: a, considered: b, approved: c, matured12: d, ever90At12: e % (d + 1), salesFen: f, creditSalesFen: a, balanceFen: b, limitFen: c, rolled0to1: e, exposedCurrent: f },
      });
      for (const { name, value, interval } of computeMeasures(tally)) {
        if (value === null || interval === null) continue;
        expect(interval.low <= interval.high, name).toBe(true);
        expect(interval.low <= value + 1e-9 && value <= interval.high + 1e-9, name).toBe(true);
        expect(Number.isFinite(interval.low) && Number.isFinite(interval.high), name).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("a lower confidence gives a narrower interval", () => {
  const [sample] = sampleMeasures([tallyOf({ counters: { considered: 100 } })]).filter(({ measure }) => measure.name === "enrolledShare");
  const width = (confidence: number): number => {
    const interval = sample?.at(confidence).interval;
    return interval ? interval.high - interval.low : Number.NaN;
  };
  expect(width(0.5)).toBeLessThan(width(0.95));
  expect(width(0.95)).toBeLessThan(width(0.99));
});
