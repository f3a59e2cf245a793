// Fairness statistics against published worked examples, and groups that are too small to judge.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceInterval, wilson } from "../../src/base/index.ts";
import { jackknifeGroups } from "../../src/simulation/index.ts";
import { commonOddsRatio } from "../../src/statistics/fairness/common-odds-ratio.ts";
import { fairnessCounts, type FairnessCount, type FairnessGroup } from "../../src/statistics/fairness/fairness-tally.ts";
import { fisherExact } from "../../src/statistics/fairness/fisher-exact.ts";
import { judgeGroups } from "../../src/statistics/fairness/judge-groups.ts";
import { ratioBelow, shareRatio } from "../../src/statistics/fairness/share-ratio.ts";
import type { TwoByTwo } from "../../src/statistics/fairness/two-by-two.ts";

const table = (group: number, of: number, reference: number, ofReference: number): TwoByTwo => ({ group, of, reference, ofReference });

describe("published figures", () => {
  test("Fisher's lady tasting tea, and the studying men and women of the textbook", () => {
    // Fisher 1935: 3 of 4 cups right; R, fisher.test(TeaTasting): one-sided 0.2429, two-sided 0.4857.
    expect(fisherExact(table(3, 4, 1, 4))).toBeCloseTo(0.4857142857, 10);
    // 1 of 10 against 11 of 14 (24 teenagers): two-sided 0.002759456.
    expect(fisherExact(table(1, 10, 11, 14))).toBeCloseTo(0.002759456, 9);
  });

  test("Koopman 1984: 36 of 40 against 16 of 80 is 4.5 [2.940, 7.152]", () => {
    const { value, interval } = shareRatio(table(36, 40, 16, 80));
    expect(value).toBeCloseTo(4.5, 12);
    expect(interval?.low).toBeCloseTo(2.9396, 4);
    expect(interval?.high).toBeCloseTo(7.1522, 4);
  });

  test("the Uniform Guidelines' own example, 12 of 40 against 48 of 80: a ratio of one half, surely below four fifths", () => {
    // Questions and Answers on the Uniform Guidelines, no. 12: 60 % and 30 % hired, an impact ratio of 50 %.
    const found = shareRatio(table(12, 40, 48, 80));
    expect(found.value).toBeCloseTo(0.5, 12);
    expect(found.interval?.high).toBeLessThan(0.8);
    expect(ratioBelow(table(12, 40, 48, 80), 0.8)).toBeLessThan(0.025);
    // At a ratio of 1 the score is the pooled two-proportion z: (0.3 − 0.6) / √(0.5 · 0.5 · (1/40 + 1/80)) = −3.0984.
    expect(ratioBelow(table(12, 40, 48, 80), 1)).toBeCloseTo(0.000972887, 9);
  });

  test("Berkeley admissions: women are admitted less overall, and not within departments (R, mantelhaen.test)", () => {
    // Men admitted and rejected, women admitted and rejected, departments A to F (Bickel, Hammel and O'Connell 1975).
    const departments = [[512, 313, 89, 19], [353, 207, 17, 8], [120, 205, 202, 391], [138, 279, 131, 244], [53, 138, 94, 299], [22, 351, 24, 317]] as const;
    const tables = departments.map(([a, b, c, d]) => table(a, a + b, c, c + d));
    const { value, interval, chiSquare, pValue, strata } = commonOddsRatio(tables);
    expect(value).toBeCloseTo(0.9046968, 7);
    expect(interval?.low).toBeCloseTo(0.7719074, 7);
    expect(interval?.high).toBeCloseTo(1.0603298, 7);
    expect(chiSquare).toBeCloseTo(1.4269, 4);
    expect(pValue).toBeCloseTo(0.2323, 4);
    expect(strata).toBe(6);
    // Department A alone, with continuity correction of the same kind: the odds ratio is 0.3492 (1 ÷ 2.8636).
    expect(commonOddsRatio(tables.slice(0, 1)).value).toBeCloseTo(1 / 2.8636, 4);
    const sum = (at: 0 | 1 | 2 | 3): number => departments.reduce((total, department) => total + department[at], 0);
    expect(shareRatio(table(sum(2), sum(2) + sum(3), sum(0), sum(0) + sum(1))).interval?.high).toBeLessThan(0.8);
  });

  test("Newcombe 1998, method 10: 56 of 70 less 48 of 80 is 0.2 [0.0524, 0.3339]", () => {
    const share = (x: number, n: number) => ({ value: x / n, ...(wilson(x, n) ?? { low: 0, high: 1 }) });
    const { low, high } = differenceInterval(share(48, 80), share(56, 70));
    expect([low, high]).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
  });

  test("German credit: good rate of the young against others, the fact of the four-fifths boundary", () => {
    // 110 of 190 aged 25 or less against 590 of 810: 0.7950 fails four fifths as a point, and cannot be told by its interval.
    const { value, interval } = shareRatio(table(110, 190, 590, 810));
    expect(value).toBeCloseTo(0.7948, 3);
    expect(interval !== null && interval.low < 0.8 && (interval.high ?? 0) > 0.8).toBe(true);
  });
});

describe("any table", () => {
  const shares = fc.record({ of: fc.integer({ min: 1, max: 60 }), ofReference: fc.integer({ min: 1, max: 60 }), a: fc.nat(60), b: fc.nat(60) });
  const made = shares.map(({ of, ofReference, a, b }) => table(a % (of + 1), of, b % (ofReference + 1), ofReference));

  test("Fisher's chance is the sum over all tables, counted one by one", () => {
    const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((x, y) => x * y, 1));
    fc.assert(
      fc.property(made, (t) => {
        const successes = t.group + t.reference;
        const chance = (k: number): number => (choose(t.of, k) * choose(t.ofReference, successes - k)) / choose(t.of + t.ofReference, successes);
        const all = Array.from({ length: t.of + 1 }, (_, k) => chance(k));
        const sum = all.filter((p) => p <= chance(t.group) * (1 + 1e-7)).reduce((x, y) => x + y, 0);
        expect(fisherExact(t)).toBeCloseTo(sum, 8);
      }),
      { numRuns: 60 },
    );
  });

  test("a ratio lies in its interval, and exchanging the groups turns both over", () => {
    fc.assert(
      fc.property(made, (t) => {
        const { value, interval } = shareRatio(t);
        if (value === null || interval === null) return;
        expect(interval.low <= value + 1e-9 && value <= (interval.high ?? Infinity) + 1e-9).toBe(true);
        const turned = shareRatio(table(t.reference, t.ofReference, t.group, t.of));
        if (t.group > 0 && interval.high !== null) expect(turned.interval?.low).toBeCloseTo(1 / interval.high, 6);
      }),
      { numRuns: 100 },
    );
  });

  test("over nothing there is no ratio, no odds and no certainty", () => {
    expect(shareRatio(table(0, 0, 3, 10))).toEqual({ value: null, interval: null });
    expect(shareRatio(table(0, 20, 0, 10))).toEqual({ value: null, interval: null });
    expect(shareRatio(table(5, 20, 0, 10)).value).toBeNull();
    expect(shareRatio(table(0, 20, 5, 10)).interval?.low).toBe(0);
    expect(fisherExact(table(0, 0, 3, 10))).toBe(1);
    expect(commonOddsRatio([])).toEqual({ value: null, interval: null, chiSquare: null, pValue: null, strata: 0 });
    expect(commonOddsRatio([table(5, 5, 0, 5)]).interval).toBeNull();
  });
});

describe("groups", () => {
  const group = (counts: Partial<Record<FairnessCount, number>>, band = "600–649"): FairnessGroup => {
    const array = new Float64Array(jackknifeGroups * fairnessCounts.length);
    for (let at = 0; at < jackknifeGroups; at++) {
      fairnessCounts.forEach((name, column) => {
        const total = counts[name] ?? 0;
        array[at * fairnessCounts.length + column] = Math.floor((total * (at + 1)) / jackknifeGroups) - Math.floor((total * at) / jackknifeGroups);
      });
    }
    return { bands: { [band]: array }, reasons: {}, facts: {} };
  };

  test("each is told where it stands: empty, too few, below, met, undecided, the reference", () => {
    const groups = {
      many: group({ considered: 1000, approved: 800 }), alike: group({ considered: 1000, approved: 780 }), low: group({ considered: 1000, approved: 400 }),
      near: group({ considered: 50, approved: 32 }), few: group({ considered: 29, approved: 2 }),
    };
    const found = judgeGroups(groups, ["many", "alike", "low", "near", "few", "nobody"]);
    expect(found.map(({ group: name, standing }) => [name, standing])).toEqual([["many", "reference"], ["alike", "above"], ["low", "below"], ["near", "undecided"], ["few", "few"], ["nobody", "empty"]]);
    const [, , low, , few, nobody] = found;
    expect(low?.ratio?.value).toBeCloseTo(0.5, 12);
    expect([few?.ratio, few?.equalP, nobody?.approval.value]).toEqual([null, null, null]);
    expect(few?.approval.value).toBeCloseTo(2 / 29, 12);
  });

  test("where nobody is approved there is no ratio", () => {
    const found = judgeGroups({ a: group({ considered: 100 }), b: group({ considered: 100 }) });
    expect(found.map(({ standing, ratio }) => [standing, ratio])).toEqual([["reference", null], ["no-data", null]]);
  });

  test("equal opportunity counts those who would repay, and limits are compared at the same score", () => {
    const own = group({ considered: 400, approved: 200, repays: 300, repaysApproved: 150, defaults: 50, defaultsApproved: 10, accounts: 200, limitFen: 200 * 300_000 });
    const other = group({ considered: 400, approved: 300, repays: 300, repaysApproved: 240, accounts: 300, limitFen: 300 * 500_000 });
    const [a, b] = judgeGroups({ a: own, b: other });
    expect(a?.opportunity).toMatchObject({ value: 0.5, unknown: 50, difference: { value: expect.closeTo(-0.3, 12) } });
    expect(a?.falsePositive.value).toBe(0.2);
    expect(b?.standing).toBe("reference");
    expect(a?.limitFen.difference.value).toBeCloseTo(-200_000, 6);
    // All stand in one band of the score: nothing of the gap goes.
    expect(a?.limitFen.sameScore.value).toBeCloseTo(-200_000, 6);
    // Where the groups stand in different bands, none is comparable at the same score.
    const apart = judgeGroups({ a: { ...own, bands: { "500–549": own.bands["600–649"] ?? new Float64Array() } }, b: other });
    expect(apart[0]?.limitFen.sameScore.value).toBeNull();
    expect(apart[0]?.sameScore?.strata).toBe(0);
  });

  test("the parts of a gap add up to it", () => {
    const with_ = (one: FairnessGroup, reasons: Record<string, number>): FairnessGroup => ({ ...one, reasons });
    const groups = {
      a: with_(group({ considered: 200, approved: 100 }), { "decline:R-1": 80, "open:": 20 }),
      b: with_(group({ considered: 300, approved: 240 }), { "decline:R-1": 30, "review:R-2": 30 }),
    };
    const [a] = judgeGroups(groups);
    expect(a?.parts.map(({ reason }) => reason)).toEqual(["decline:R-1", "open:", "review:R-2"]);
    expect(a?.parts.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(240 / 300 - 100 / 200, 12);
  });
});
