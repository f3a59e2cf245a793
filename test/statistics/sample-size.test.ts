// How many persons an experiment needs, against published examples.
import { expect, test } from "vitest";
import { correctedSize, meansSize, proportionsSize } from "../../src/statistics/index.ts";

test("shares of 60 % and 70 %, level 1 %, power 95 %: 827 in each arm (Fleiss, table A.3)", () => {
  expect(correctedSize(0.6, 0.7, { level: 0.01, power: 0.95 })).toBeCloseTo(827, 0);
});

test("shares of 50 % and 75 %, level 5 %, power 90 %: 76.7 in each arm (R, power.prop.test)", () => {
  expect(proportionsSize(0.5, 0.75, { level: 0.05, power: 0.9 })).toBeCloseTo(76.7, 1);
  expect(proportionsSize(0.75, 0.5, { level: 0.05, power: 0.9 })).toBeCloseTo(76.7, 1);
});

test("means one deviation apart: 16 at 80 % power (Lehr 1992), 21 at 90 %", () => {
  expect(meansSize([1, 1], 1, { level: 0.05, power: 0.8 })).toBeCloseTo(15.698, 3);
  expect(meansSize([1, 1], 1, { level: 0.05, power: 0.9 })).toBeCloseTo(21.015, 3);
  expect(meansSize([1, 1], 0.5, { level: 0.05, power: 0.8 })).toBeCloseTo(4 * 15.698, 2);
});

test("no difference takes no number of persons", () => {
  expect(proportionsSize(0.2, 0.2, { level: 0.05, power: 0.8 })).toBe(Number.POSITIVE_INFINITY);
});
