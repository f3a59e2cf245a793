// Measures of a score against closed forms: the binormal AUC, KS and Gini, and the stability index of shifted normals.
import { expect, test } from "vitest";
import { normalCdf } from "../../src/base/index.ts";
import { calibrationLine } from "../../src/statistics/score/calibrate.ts";
import { separation, stabilityIndex } from "../../src/statistics/index.ts";
import { joinBins, tenths } from "../../src/simulation/scores/stability.ts";

const width = 0.01;
const bins = Array.from({ length: 2000 }, (_, bin) => -9 + bin * width);
/** Shares of a normal about `mean` in bins of a hundredth of its spread. */
const normal = (mean: number): readonly number[] => bins.map((from) => share(from - mean, from + width - mean));

/** Between two values of a standard normal; from the nearer tail, where differences keep their digits. */
const share = (from: number, to: number): number => (from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from));

test.each([
  [0.5, 0.638163, 0.197413],
  [1, 0.76025, 0.382925],
  [1.5, 0.855578, 0.546745],
  [2, 0.92135, 0.682689],
])("two normals %s apart have the AUC and KS of the binormal model", (apart, auc, ks) => {
  const { concordant, pairs, widestGap } = separation(normal(apart), normal(0));
  expect(concordant / pairs).toBeCloseTo(auc, 5);
  expect(widestGap / pairs).toBeCloseTo(ks, 5);
});

test("a score that ties everybody has an AUC of one half and no KS; the better one way round is the worse the other", () => {
  expect(separation([0, 8, 0], [0, 3, 0])).toEqual({ concordant: 12, pairs: 24, widestGap: 0 });
  const [good, bad] = [[1, 5, 9], [7, 2, 1]];
  const one = separation(good, bad);
  expect(one.concordant + separation(bad, good).concordant).toBe(one.pairs);
});

test.each([0.1, 0.25, 0.5, 1])("the stability index of two normals %s apart is the square of that", (apart) => {
  expect(stabilityIndex(normal(apart), normal(0))).toBeCloseTo(apart * apart, 4);
});

test("in tenths of the first the index is a little less, and nothing where nothing moved", () => {
  const first = [...normal(0), 0];
  const bands = tenths(first);
  const index = (apart: number): number => stabilityIndex(joinBins([...normal(apart), 0], bands), joinBins(first, bands)) ?? Number.NaN;
  expect(joinBins(first, bands).slice(0, 10).every((share) => Math.abs(share - 0.1) < 0.005)).toBe(true);
  expect(index(0)).toBe(0);
  expect(index(0.5)).toBeGreaterThan(0.2);
  expect(index(0.5)).toBeLessThan(0.25);
});

test("scores that are lost show in the index: they have a band of their own", () => {
  const first = [10, 20, 30, 40, 0];
  const bands = tenths(first);
  expect(stabilityIndex(joinBins([5, 10, 15, 20, 50], bands), joinBins(first, bands))).toBeGreaterThan(1);
});

test.each([[1, 0], [0.6, 0.3], [1.8, -0.7]])("a calibration with slope %s and intercept %s is found again", (slope, intercept) => {
  const groups = [0.01, 0.03, 0.08, 0.2, 0.4].map((expected) => {
    const logit = intercept + slope * Math.log(expected / (1 - expected));
    const bad = 1000 / (1 + Math.exp(-logit));
    return { expected, bad, good: 1000 - bad };
  });
  const line = calibrationLine(groups);
  expect(line?.slope).toBeCloseTo(slope, 9);
  expect(line?.intercept).toBeCloseTo(intercept, 9);
});

test("a calibration says nothing where all turned out alike, or all were expected alike", () => {
  expect(calibrationLine([{ expected: 0.1, good: 5, bad: 0 }, { expected: 0.2, good: 5, bad: 0 }])).toBeNull();
  expect(calibrationLine([{ expected: 0.1, good: 5, bad: 2 }])).toBeNull();
});
