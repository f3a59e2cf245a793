// A setting is fairer where the fresh customers say so beyond chance, and costs too much where they surely lose.
import { expect, test } from "vitest";
import { fairCandidates, judgeFound, type FairCandidate, type FairMeasured } from "../../src/verdict/index.ts";

/** A figure of 32 groups that differ a little, by so much. */
const sample = (value: number, spread = 0): FairMeasured["ratio"] => ({ value, parts: Array.from({ length: 32 }, (_, group) => value + (spread * (group - 15.5)) / 1000) });
const measured = (ratio: number, margin: number, bad: number, spread = 0): FairMeasured => ({ ratio: sample(ratio, spread), margin: sample(margin), bad: { ...sample(bad), counts: { persons: Math.round(bad * 10_000), of: 10_000 } } });
const candidate = (id: number, one: FairMeasured): FairCandidate => ({ id, parameters: { minScore: id }, measured: one });
const current = measured(0.6, 1000, 0.02);

test("settings that keep margin and default and raise the lowest ratio come first, the highest before the others", () => {
  const tried = [candidate(1, measured(0.7, 960, 0.02)), candidate(2, measured(0.8, 940, 0.02)), candidate(3, measured(0.9, 1000, 0.021)), candidate(4, measured(0.75, 1100, 0.01)), candidate(5, measured(0.5, 1000, 0.02))];
  const { keeping, better } = fairCandidates(current, tried, 0.05);
  expect(keeping).toBe(3);
  expect(better.map(({ id }) => id)).toEqual([4, 1]);
  // A margin below zero may fall by its share, too.
  expect(fairCandidates(measured(0.6, -1000, 0.02), [candidate(1, measured(0.7, -1040, 0.02)), candidate(2, measured(0.7, -1060, 0.02))], 0.05).better).toHaveLength(1);
});

test("the verdict is that of the fresh customers: fairer, too dear, or not to be told", () => {
  const found = candidate(1, measured(0.9, 1000, 0.02));
  const verdict = (fresh: FairMeasured): string => judgeFound(found, fresh, current, 0.05).verdict;
  expect(verdict(measured(0.8, 990, 0.02))).toBe("fairer");
  expect(verdict(measured(0.8, 900, 0.02))).toBe("costs");
  expect(verdict(measured(0.8, 1000, 0.03))).toBe("costs");
  expect(verdict(measured(0.62, 1000, 0.02, 5))).toBe("undecided");
  expect(verdict(measured(0.5, 1000, 0.02))).toBe("undecided");
});

test("what was searched on and what is fresh are two figures, and a ratio is never below zero", () => {
  const { search, fresh, differences } = judgeFound(candidate(1, measured(0.9, 1000, 0.02)), measured(0.01, 990, 0, 20), current, 0.05);
  expect([search.ratio.value, fresh.ratio.value]).toEqual([0.9, 0.01]);
  expect(fresh.ratio.interval?.low).toBe(0);
  // Nobody went bad on the fresh customers: that leaves an upper end, not certainty.
  expect(fresh.bad.interval?.high).toBeGreaterThan(0);
  expect(differences.bad.interval?.high).toBeGreaterThan(differences.bad.value ?? 0);
});
