// Verdicts that hold together, and what would decide the undecided.
import fc from "fast-check";
import { expect, test } from "vitest";
import { measureNamed } from "../../src/statistics/index.ts";
import { holm, timesNeeded } from "../../src/verdict/index.ts";

test("Holm's correction gives the published example: .01, .04, .03, .005 become .03, .06, .06, .02", () => {
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  expect(adjusted.map((value) => Number(value?.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02]);
});

test("what is no estimate is not of the family", () => {
  expect(holm([null, 0.02, null])).toEqual([null, 0.02, null]);
});

test("corrected levels are never smaller, never above 1, keep their order and are what Bonferroni's at most are", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
      const adjusted = holm(values).map((value) => value ?? -1);
      values.forEach((value, index) => {
        const own = adjusted[index] ?? -1;
        expect(own).toBeGreaterThanOrEqual(value);
        expect(own).toBeLessThanOrEqual(Math.min(1, value * values.length) + 1e-15);
        values.forEach((other, at) => {
          if (other < value) expect(adjusted[at]).toBeLessThanOrEqual(own);
        });
      });
    }),
  );
});

test("an undecided difference needs as many times more as its interval must shrink, squared", () => {
  const measure = measureNamed("ever90PlusAtMonth12");
  if (measure === undefined) throw new Error("no such measure");
  const { matters } = measure;
  const undecided = { name: measure.name, difference: 3 * matters, interval: { low: -3 * matters, high: 9 * matters, kind: "sampling" as const }, verdict: "undecided" as const, breakEven: null };
  // Reach 6, room 2 times what matters: 3 squared.
  expect(timesNeeded(measure, undecided)).toBeCloseTo(9, 10);
  expect(timesNeeded(measure, { ...undecided, verdict: "worse" })).toBeNull();
  expect(timesNeeded(measure, { ...undecided, difference: matters })).toBeNull();
  // Among 74 verdicts each stands at 5 % / 74: 3.40 standard errors instead of 1.96.
  expect(timesNeeded(measure, undecided, 74) ?? 0).toBeCloseTo(9 * (3.4 / 1.96) ** 2, 0);
});
