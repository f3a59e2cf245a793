import fc from "fast-check";
import { expect, test } from "vitest";
import { createDraws, jackknifeInterval, streamKey, wilson } from "../../src/base/index.ts";

test("Wilson's interval agrees with published software", () => {
  const known = [
    [0, 10, 0, 0.27753279986288926],
    [3, 10, 0.10779126740630102, 0.6032218525388546],
    [50, 100, 0.4038315303659956, 0.5961684696340044],
    [999, 1000, 0.9943574414020421, 0.9998234536293739],
    [1, 1_000_000, 1.765245767453709e-7, 5.664911804311442e-6],
  ] as const;
  for (const [successes, trials, low, high] of known) {
    const found = wilson(successes, trials);
    expect(found?.low).toBeCloseTo(low, 14);
    expect(found?.high).toBeCloseTo(high, 14);
  }
});

test("a share of nothing has no interval", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(() => wilson(3, 2)).toThrow();
  expect(() => wilson(-1, 2)).toThrow();
});

test("an interval of a share holds it, lies in 0 … 1 and widens with confidence", () => {
  const counts = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
  fc.assert(
    fc.property(counts, ([successes, trials]) => {
      const share = successes / trials;
      const [narrow, wide] = [wilson(successes, trials, 0.8), wilson(successes, trials, 0.99)];
      if (narrow === null || wide === null) throw new Error("no interval");
      expect(wide.low).toBeLessThanOrEqual(narrow.low);
      expect(narrow.low).toBeLessThanOrEqual(share);
      expect(narrow.high).toBeGreaterThanOrEqual(share);
      expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      expect(wide.low >= 0 && wide.high <= 1).toBe(true);
    }),
  );
});

test("the jackknife of a mean is its classical interval", () => {
  const values = [3, 5, 4, 8, 1, 7, 2, 6];
  const g = values.length;
  const sum = values.reduce((a, b) => a + b, 0);
  const found = jackknifeInterval(
    sum / g,
    values.map((value) => (sum - value) / (g - 1)),
  );
  const variance = values.reduce((a, value) => a + (value - sum / g) ** 2, 0) / (g - 1);
  const reach = 2.364624251592785 * Math.sqrt(variance / g); // t with 7 degrees of freedom
  expect(found?.low).toBeCloseTo(sum / g - reach, 12);
  expect(found?.high).toBeCloseTo(sum / g + reach, 12);
});

test("groups that agree leave an interval of no width; one group or a ratio over nothing leaves none", () => {
  expect(jackknifeInterval(5, [5, 5, 5])).toEqual({ low: 5, high: 5 });
  expect(jackknifeInterval(0, Array(32).fill(0))).toEqual({ low: 0, high: 0 });
  expect(jackknifeInterval(5, [5])).toBeNull();
  expect(jackknifeInterval(5, [])).toBeNull();
  expect(jackknifeInterval(Number.NaN, [1, 2])).toBeNull();
  expect(jackknifeInterval(5, [1, Number.NaN, 2])).toBeNull();
});

test("the jackknife of a ratio of sums covers the truth about as often as it says", () => {
  const draws = createDraws(streamKey("coverage", 0));
  const [samples, groups, size] = [600, 32, 8];
  let covered = 0;
  for (let sample = 0; sample < samples; sample++) {
    const tops = new Float64Array(groups);
    const bottoms = new Float64Array(groups);
    for (let i = 0; i < groups * size; i++) {
      const bottom = 1 + draws.uniform(sample, i % 200, Math.floor(i / 200) * 2);
      const top = bottom * 0.2 + 0.3 * draws.normal(sample, i % 200, 8 + Math.floor(i / 200) * 2);
      tops[i % groups] = (tops[i % groups] ?? 0) + top;
      bottoms[i % groups] = (bottoms[i % groups] ?? 0) + bottom;
    }
    const [top, bottom] = [sumOf(tops), sumOf(bottoms)];
    const without = Array.from(tops, (own, g) => (top - own) / (bottom - (bottoms[g] ?? 0)));
    const found = jackknifeInterval(top / bottom, without);
    if (found !== null && found.low <= 0.2 && found.high >= 0.2) covered += 1;
  }
  expect(covered / samples).toBeGreaterThan(0.92);
  expect(covered / samples).toBeLessThan(0.98);
});

function sumOf(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
