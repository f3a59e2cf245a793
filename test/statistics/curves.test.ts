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
  expect(points.map((point) => point.value)).toEqual([0, 10 / 400, 4 / 100]);
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
