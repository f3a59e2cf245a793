import fc from "fast-check";
import { expect, test } from "vitest";
import { figure, grouped, monthlySeries, vintageCurves } from "../../src/statistics/index.ts";
import { tallyOf } from "./tally-of.ts";

const ever90 = (tallies: Parameters<typeof vintageCurves>[0]) => vintageCurves(tallies).find((curve) => curve.kind === "ever90")?.points ?? [];

test("a vintage enters a point only when all of it got so far", () => {
  const tally = tallyOf({
    months: 3,
    vintages: [
      { booked: 100, ever90: [0, 1, 4] },
      { booked: 300, ever90: [0, 9, 99] },
      { booked: 50, ever90: [0, 99, 99] },
    ],
  });
  const points = ever90([tally]);
  expect(points.map((point) => point.accounts)).toEqual([450, 400, 100]);
  const [start, first, second] = points.map((point) => point.value);
  expect([start, first]).toEqual([0, 10 / 400]);
  // Product limit: of the 99 of the oldest vintage not yet hit, 3 more are.
  expect(second).toBeCloseTo(1 - (1 - 10 / 400) * (1 - 3 / 99), 12);
});

test("where no vintage drops out the curve is the plain share", () => {
  const points = ever90([tallyOf({ months: 4, vintages: [{ booked: 200, ever90: [0, 3, 9, 20] }] })]);
  for (const [month, hit] of [0, 3, 9, 20].entries()) expect(points[month]?.value).toBeCloseTo(hit / 200, 12);
});

test("Kaplan and Meier's product limit is reproduced on a textbook table with its Greenwood variance", () => {
  // Ten enter, one is hit at 1, four leave, one of five is hit at 2: S = .9 × .8 = .72, variance .72² (1/90 + 1/20).
  const tally = tallyOf({ months: 3, vintages: [{ booked: 5, ever90: [0, 0, 1] }, { booked: 5, ever90: [0, 1, 1] }] });
  const point = ever90([tally])[2];
  expect(point?.value).toBeCloseTo(1 - 0.9 * 0.8, 12);
  const effective = (0.28 * 0.72) / (0.72 * 0.72 * (1 / 90 + 1 / 20));
  const [p, z] = [0.28, 1.959963984540054];
  const centre = (p + (z * z) / (2 * effective)) / (1 + (z * z) / effective);
  const half = (z / (1 + (z * z) / effective)) * Math.sqrt((p * (1 - p)) / effective + (z * z) / (4 * effective * effective));
  expect(point?.low).toBeCloseTo(centre - half, 9);
  expect(point?.high).toBeCloseTo(centre + half, 9);
});

test("no curve of accounts ever falls", () => {
  const vintage = fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }).map((steps) => {
    let sum = 0;
    return { booked: 20, ever90: steps.map((step) => (sum += step)) };
  });
  fc.assert(
    fc.property(fc.array(vintage, { minLength: 6, maxLength: 6 }), (vintages) => {
      const values = ever90([tallyOf({ months: 6, vintages })]).map((point) => point.value ?? 0);
      for (const [month, value] of values.entries()) expect(value).toBeGreaterThanOrEqual(values[month - 1] ?? 0);
    }),
  );
});

test("the interval of a point is Wilson's, and no account gives no data", () => {
  const points = ever90([tallyOf({ months: 2, vintages: [{ booked: 100, ever90: [10, 10] }] })]);
  expect(points[1]?.low).toBeCloseTo(0.05523, 5);
  expect(ever90([tallyOf({ months: 2 })])[0]).toEqual({ monthsOnBook: 0, value: null, low: null, high: null, accounts: 0 });
});

test("replications are pooled account by account", () => {
  const run = (bad: number) => tallyOf({ months: 1, vintages: [{ booked: 10, ever90: [bad] }] });
  expect(ever90([run(1), run(3)])[0]?.value).toBe(0.2);
});

test("by balance the curve is first 90+ balance over what the vintage bought", () => {
  const tally = tallyOf({ months: 1, vintages: [{ booked: 10, balance90: [500], originated: 10_000 }] });
  expect(vintageCurves([tally]).find((curve) => curve.kind === "balance90")?.points[0]?.value).toBe(0.05);
});

test("no curve is longer than the run, nor than 37 points", () => {
  expect(ever90([tallyOf({ months: 5 })])).toHaveLength(5);
  expect(ever90([tallyOf({ months: 240 })])).toHaveLength(37);
});

test("series are means of counters and pooled quotients", () => {
  const run = (booked: number, bad: number) =>
    tallyOf({ months: 2, counters: { booked: [booked, 0], dpd91plus: [bad, 0], accountsWithBalance: [100, 0] } });
  const series = monthlySeries([run(10, 1), run(20, 3)]);
  expect(series["booked"]).toEqual([15, 0]);
  expect(series["accounts90PlusShare"]).toEqual([0.02, null]);
});

test("figures are percent, yuan and grouped numbers; nothing is no data", () => {
  expect(figure("share", 0.01234, "en")).toBe("1.23%");
  expect(figure("share", 0.5, "en")).toBe("50.0%");
  expect(figure("fen", 123_456_789, "zh")).toBe("¥1,234,567.89");
  expect(figure("count", 1234, "en")).toBe("1,234");
  expect(figure("share", null, "en")).toBe("no data");
  expect(figure("fen", Number.NaN, "zh")).toBe("无数据");
  expect(grouped(-1234.5, 1)).toBe("-1,234.5");
  expect(grouped(-0.001, 2)).toBe("0.00");
});
