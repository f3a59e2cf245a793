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

/** The fee that makes a payment of so much a month of a loan over its term. */
const feeBps = (loan: number, payment: number, term: number): number => (payment / loan - 1 / term) * 10_000;

test("published examples come out as published", () => {
  // Regulation Z, appendix J, example (c)(1)(i): 5,000 paid back by 24 payments of 230 is 9.69 %.
  expect(annualRate(feeBps(5000, 230, 24), 24)).toBeCloseTo(0.0969, 4);
  // The spreadsheet function RATE, as its maker documents it: 8,000 over four years at 200 a month is 9.24 %.
  expect(annualRate(feeBps(8000, 200, 48), 48)).toBeCloseTo(0.0924, 4);
});

test("discounted at the rate, the payments are worth what was lent", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 36 }), (fee, term) => {
      const monthly = annualRate(fee, term) / 12;
      let worth = 0;
      for (let month = 1; month <= term; month++) worth += (1 / term + fee / 10_000) / (1 + monthly) ** month;
      expect(worth).toBeCloseTo(1, 3);
    }),
  );
});
