import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bpsOf,
  dateOfMonth,
  fen,
  floorToFen,
  isIsoDate,
  roundHalfEven,
} from "../../src/base/index.ts";

test("halves go to the even neighbour, everything else to the nearest", () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, -2]);
  expect([0.49999999999999994, 2.5000000000000004, -2.51, 7].map(roundHalfEven)).toEqual([
    0, 3, -3, 7,
  ]);
  expect(Object.is(roundHalfEven(-0.2), 0)).toBe(true);
  expect(
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN].map(roundHalfEven),
  ).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]);
});

test("money is a whole number that doubles keep exactly", () => {
  expect(fen(-0)).toBe(0);
  for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => fen(bad)).toThrow("fen");
  expect([floorToFen(1.99), floorToFen(-0.01)]).toEqual([1, -1]);
});

test("basis points of an amount are exact before they are rounded", () => {
  const amount = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, bps) => {
      const product = BigInt(whole) * BigInt(bps);
      const below = product / 10_000n - (product % 10_000n < 0n ? 1n : 0n);
      const rest = product - below * 10_000n;
      const up = rest > 5000n || (rest === 5000n && below % 2n !== 0n);
      expect(bpsOf(fen(whole), bps)).toBe(Number(below + (up ? 1n : 0n)));
    }),
  );
  expect([bpsOf(fen(50), 100), bpsOf(fen(150), 100), bpsOf(fen(100), 0)]).toEqual([0, 2, 0]);
});

test("a date is a day of the calendar, written in full", () => {
  for (const good of ["2026-11-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]) {
    expect(isIsoDate(good), good).toBe(true);
  }
  const bad = [
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-1-01",
    "26-01-01",
  ];
  for (const text of [
    ...bad,
    "0000-01-01",
    "2026-01-01T00:00",
    " 2026-01-01",
    "2026-01-01\n",
    "",
  ]) {
    expect(isIsoDate(text), text).toBe(false);
  }
});

test("the same day of a later month is clamped to the month's end", () => {
  expect(dateOfMonth("2026-11-01", 0)).toBe("2026-11-01");
  expect(dateOfMonth("2026-11-30", 3)).toBe("2027-02-28");
  expect(dateOfMonth("2027-12-31", 2)).toBe("2028-02-29");
  expect(dateOfMonth("2026-01-15", -1)).toBe("2025-12-15");
  expect(dateOfMonth("2026-11-01", 240)).toBe("2046-11-01");
  expect(() => dateOfMonth("2026-02-30", 1)).toThrow();
  expect(() => dateOfMonth("9999-12-01", 1)).toThrow();
});

test("dates of months are valid, rise with the month, and compare as texts", () => {
  const day = fc
    .tuple(
      fc.integer({ min: 1900, max: 2200 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, date]) =>
      [year, String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-"),
    )
    .filter(isIsoDate);
  fc.assert(
    fc.property(day, fc.integer({ min: -240, max: 240 }), (start, index) => {
      const here = dateOfMonth(start, index);
      expect(isIsoDate(here)).toBe(true);
      expect(here < dateOfMonth(start, index + 1)).toBe(true);
      expect(dateOfMonth(`${start.slice(0, 8)}01`, index).slice(0, 7)).toBe(here.slice(0, 7));
    }),
  );
});
