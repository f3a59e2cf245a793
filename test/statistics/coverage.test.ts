// Intervals hold the truth about as often as they say. Every run tries 250 experiments, which catches what is plainly wrong;
// the long run the 4,000 experiments of the promise: 95 % ± 1.2 points, with seeds fixed beforehand.
import { expect, test } from "vitest";
import { jackknifeInterval } from "../../src/base/index.ts";
import { measureCoverage, targets } from "./coverage.ts";

const isLong = process.env["POLICY_BENCH_LONG"] !== undefined;
const experiments = isLong ? 4000 : 250;
/** 1.2 points over 4,000 experiments; over fewer, chance alone reaches farther: four standard errors. */
const tolerance = isLong ? 0.012 : 4 * Math.sqrt((0.95 * 0.05) / experiments);

test(`rates, ratios of sums, differences and quantiles hold the truth at 95 % over ${experiments} experiments`, { timeout: 900_000 }, () => {
  const found = measureCoverage(experiments);
  expect(new Set(targets.map(({ kind }) => kind)).size).toBe(4);
  for (const { kind, name, covered, none } of found) {
    expect(none, `${kind}: ${name}`).toBe(0);
    expect(Math.abs(covered / experiments - 0.95), `${kind}: ${name}, ${covered} of ${experiments}`).toBeLessThan(tolerance);
  }
});

test("a jackknife interval widens with confidence, holds its value, and leans to the side of the large groups", () => {
  const parts = Array.from({ length: 32 }, (_, group) => 10 - (group === 3 ? 2 : 0) - (group % 5) * 0.01);
  let last = 0;
  for (const confidence of [0.01, 0.5, 0.8, 0.95, 0.99, 0.999, 1 - 1e-9]) {
    const { low, high } = jackknifeInterval(10, parts, confidence) ?? { low: Number.NaN, high: Number.NaN };
    expect(low <= 10 && high >= 10).toBe(true);
    expect(high - low).toBeGreaterThan(last);
    last = high - low;
  }
  // Without group 3 the estimate is smaller: that group is large, and the truth may lie far above.
  const { low, high } = jackknifeInterval(10, parts) ?? { low: Number.NaN, high: Number.NaN };
  expect(high - 10).toBeGreaterThan(10 - low);
  // Few groups say nothing of their own shape: Student's interval, t(0.975, 3) = 3.1824.
  expect((jackknifeInterval(0, [1, -1, 1, -1])?.high ?? 0) / Math.sqrt(3)).toBeCloseTo(3.182446, 5);
});
