// What a score does to real rows: ranking, information, calibration, against published values and closed forms.
import { expect, test } from "vitest";
import { chiSquareTail, normalQuantile } from "../../src/base/index.ts";
import { binRows, fitChances, hosmerLemeshow, informationValue, rankRows, separation, spiegelhalter } from "../../src/statistics/index.ts";

const rows = (counts: readonly number[]): Float64Array => Float64Array.from(counts.flatMap((count, score) => Array.from({ length: count }, () => score)));

test("the area and its standard error are those of Hanley and McNeil's 109 CT images (DeLong: 0.8932, 0.0307)", () => {
  // 58 normal and 51 abnormal images by rating, definitely normal first (Radiology 143, 1982, table I).
  const ranked = rankRows(rows([2, 11, 6, 6, 33].toReversed()), rows([3, 2, 2, 11, 33]));
  if (ranked === null) throw new Error("nothing ranked");
  expect(1 - ranked.auc).toBeCloseTo(0.8932, 4);
  expect(ranked.error).toBeCloseTo(0.0307, 4);
});

test("a binormal score has area Φ(d/√2) and KS 2Φ(d/2) − 1, row by row", () => {
  const n = 4001;
  const quantiles = Float64Array.from({ length: n }, (_, at) => normalQuantile((at + 0.5) / n));
  for (const [d, auc, ks] of [[0.5, 0.638163, 0.197413], [1, 0.76025, 0.382925], [2, 0.92135, 0.682689]] as const) {
    const ranked = rankRows(quantiles.map((z) => z + d), quantiles);
    expect(ranked?.auc).toBeCloseTo(auc, 3);
    expect(ranked?.ks).toBeCloseTo(ks, 3);
  }
});

test("row by row is the same as in bins, whatever the order of the rows", () => {
  const [good, bad] = [[3, 0, 5, 9, 4], [6, 2, 2, 1, 0]];
  const { concordant, pairs, widestGap } = separation(good, bad);
  const ranked = rankRows(rows(good).toReversed(), rows(bad));
  expect(ranked?.auc).toBeCloseTo(concordant / pairs, 14);
  expect(ranked?.ks).toBeCloseTo(widestGap / pairs, 14);
  expect(rankRows(rows(good), rows([]))).toBeNull();
});

test("chi-square tails are those of the tables, for odd and even degrees", () => {
  for (const [x, degrees, p] of [[3.841459, 1, 0.05], [5.991465, 2, 0.05], [15.507313, 8, 0.05], [20.090235, 8, 0.01], [16.918978, 9, 0.05], [27.877165, 9, 0.001]] as const)
    expect(chiSquareTail(x, degrees)).toBeCloseTo(p, 6);
});

test("information value: nothing for the same shares, known for two bins, and no infinity for a pure bin", () => {
  expect(informationValue([10, 30], [1, 3])?.value).toBeCloseTo(0, 14);
  // Goods 3/4 and 1/4, bads the other way round: 2 · ½ · ln 3.
  expect(informationValue([75, 25], [25, 75])).toMatchObject({ value: expect.closeTo(Math.log(3), 12), adjusted: 0 });
  expect(informationValue([10, 10, 0], [5, 0, 0])).toMatchObject({ adjusted: 1, value: expect.closeTo((10 / 20 - 5 / 5) * Math.log(10 / 20) + (10.5 / 20 - 0.5 / 5) * Math.log(10.5 / 20 / (0.5 / 5)), 12) });
  expect(informationValue([1], [0])).toBeNull();
});

test("bins: each value alone while there are few, else tenths that never part equal values", () => {
  const few = binRows(Float64Array.of(3, 1, 2, 2, Number.NaN), { codes: false, groups: 10 });
  expect(few.bins).toEqual([{ kind: "value", value: 1 }, { kind: "value", value: 2 }, { kind: "value", value: 3 }, { kind: "missing" }]);
  const many = binRows(Float64Array.from({ length: 100 }, (_, at) => at + 1), { codes: false, groups: 10 });
  expect(many.bins.slice(0, 2)).toEqual([{ kind: "range", above: null, upTo: 10 }, { kind: "range", above: 10, upTo: 20 }]);
  expect([1, 10, 11, 100, 1000, Number.NaN].map(many.of)).toEqual([0, 0, 1, 9, 9, 10]);
  const heavy = binRows(Float64Array.from({ length: 100 }, (_, at) => (at < 60 ? 0 : at)), { codes: false, groups: 10 });
  expect(heavy.bins[0]).toEqual({ kind: "range", above: null, upTo: 0 });
});

test("Hosmer–Lemeshow and Spiegelhalter are nothing where as many go bad as expected, and large where not", () => {
  const right = [{ expected: 0.1, good: 90, bad: 10 }, { expected: 0.5, good: 50, bad: 50 }, { expected: 0.4, good: 60, bad: 40 }];
  expect(hosmerLemeshow(right, true)).toEqual({ statistic: 0, degrees: 1, p: 1 });
  expect(spiegelhalter(right)?.z).toBeCloseTo(0, 12);
  // 20 of 100 where 10 were expected: (20 − 10)² ÷ 9; z = 0.8 · 10 ÷ √(0.64 · 9).
  const wrong = [{ expected: 0.1, good: 80, bad: 20 }];
  expect(hosmerLemeshow(wrong, false)?.statistic).toBeCloseTo(100 / 9, 12);
  expect(spiegelhalter(wrong)?.z).toBeCloseTo(10 / 3, 12);
});

test("chances fitted to a logistic score are the score's own", () => {
  const scores: number[] = [];
  const bads: boolean[] = [];
  for (const [score, good, bad] of [[0, 25, 75], [1, 50, 50], [2, 75, 25]] as const)
    for (let row = 0; row < good + bad; row++) {
      scores.push(score);
      bads.push(row < bad);
    }
  const chance = fitChances(scores, bads);
  expect([0, 1, 2].map((score) => chance?.(score))).toEqual([expect.closeTo(0.75, 8), expect.closeTo(0.5, 8), expect.closeTo(0.25, 8)]);
  expect(fitChances([1, 1], [true, false])).toBeNull();
});
