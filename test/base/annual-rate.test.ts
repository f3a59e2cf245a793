import fc from "fast-check";
import { expect, test } from "vitest";
import { annualRate } from "../../src/base/index.ts";

test("a fee of nothing costs nothing, and a loan of one month costs its fee twelve times", () => {
  expect(annualRate(0, 12)).toBe(0);
  expect(annualRate(100, 1)).toBeCloseTo(0.12, 6);
});

test("a fee on the whole principal costs nearly twice its face over a year", () => {
  expect(annualRate(60, 12)).toBeCloseTo(0.1303, 3);
  expect(annualRate(140, 12)).toBeGreaterThan(0.24);
});

test("a higher fee never costs less", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 100 }), fc.constantFrom(3, 6, 12, 24), (fee, more, term) => {
      expect(annualRate(fee + more, term)).toBeGreaterThanOrEqual(annualRate(fee, term));
    }),
  );
});
