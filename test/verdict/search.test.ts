// The pieces of searches against closed forms: Ishigami's function, volumes known on paper, requirements, Shapley values.
import { describe, expect, test } from "vitest";
import {
  attribute, coalitionsOf, contradiction, createProposer, dominates, hypervolume, judgeRequirement, readRequirement, sobolDesign, sobolIndices, type Scored,
} from "../../src/verdict/index.ts";
import { measureNamed, type MeasureSample } from "../../src/statistics/index.ts";

describe("Sobol indices", () => {
  const [a, b] = [7, 0.1];
  const ishigami = (point: readonly number[]): number => {
    const [x = 0, y = 0, z = 0] = point.map((value) => Math.PI * (2 * value - 1));
    return Math.sin(x) + a * Math.sin(y) * Math.sin(y) + b * z * z * z * z * Math.sin(x);
  };

  test("Ishigami's function: first and total indices are those of its closed form, and lie within their intervals", () => {
    const pi4 = Math.PI ** 4;
    const variance = a ** 2 / 8 + (b * pi4) / 5 + (b ** 2 * pi4 ** 2) / 18 + 0.5;
    const [v1, v2, v13] = [0.5 * (1 + (b * pi4) / 5) ** 2, a ** 2 / 8, (b ** 2 * pi4 ** 2 * 8) / 225];
    const design = sobolDesign(2048, 3);
    const found = sobolIndices({ a: design.a.map(ishigami), b: design.b.map(ishigami), mixed: design.mixed.map((rows) => rows.map(ishigami)) });
    const first = [v1, v2, 0].map((part) => part / variance);
    const total = [v1 + v13, v2, v13].map((part) => part / variance);
    found.forEach((index, at) => {
      expect(index.first).toBeCloseTo(first[at] ?? Number.NaN, 1);
      expect(Math.abs(index.first - (first[at] ?? 0))).toBeLessThan(0.02);
      expect(Math.abs(index.total - (total[at] ?? 0))).toBeLessThan(0.02);
      expect(index.totalInterval.low).toBeLessThan((total[at] ?? 0) + 1e-9);
      expect(index.totalInterval.high).toBeGreaterThan((total[at] ?? 0) - 1e-9);
    });
  });

  test("where nothing varies, nothing explains it", () => {
    expect(sobolIndices({ a: [1, 1], b: [1, 1], mixed: [[1, 1]] }).map(({ first, total }) => [first, total])).toEqual([[0, 0]]);
  });
});

test("hypervolumes are those known on paper, whatever is beaten or below the reference", () => {
  expect(hypervolume([[3, 1], [2, 2], [1, 3]], [0, 0])).toBe(6);
  expect(hypervolume([[3, 1], [2, 2], [1, 3], [1, 1], [-1, 9]], [0, 0])).toBe(6);
  expect(hypervolume([[1, 1, 1], [2, 0.5, 0.5]], [0, 0, 0])).toBeCloseTo(1.25, 12);
  expect(hypervolume([], [0, 0])).toBe(0);
});

describe("the proposer", () => {
  test("climbs a hill that chance does not find, never proposes a setting twice, and proposes the same again", () => {
    const score = (genome: readonly number[]): readonly number[] => [-genome.reduce((sum, value, gene) => sum + Math.abs(value - 70 - gene), 0)];
    const run = (): readonly Scored[] => {
      const proposer = createProposer({ sizes: [101, 101, 101, 101], start: [10, 10, 10, 10] }, "hill");
      const found: Scored[] = proposer.first(12).map((genome) => ({ genome, scores: score(genome), excess: 0 }));
      for (let round = 0; round < 14; round += 1) found.push(...proposer.next(found, 12).map((genome) => ({ genome, scores: score(genome), excess: 0 })));
      return found;
    };
    const found = run();
    expect(new Set(found.map(({ genome }) => genome.join())).size).toBe(found.length);
    const chance = createProposer({ sizes: [101, 101, 101, 101], start: [10, 10, 10, 10] }, "hill").anywhere(found.length).map((genome) => score(genome)[0] ?? 0);
    expect(Math.max(...found.map(({ scores }) => scores[0] ?? 0))).toBeGreaterThan(Math.max(...chance));
    expect(run()).toEqual(found);
  });

  test("meeting the requirements goes before any objective", () => {
    expect(dominates({ scores: [1], excess: 0 }, { scores: [9], excess: 0.1 })).toBe(true);
    expect(dominates({ scores: [9], excess: 0.2 }, { scores: [1], excess: 0.1 })).toBe(false);
    expect(dominates({ scores: [1, 2], excess: 0 }, { scores: [2, 1], excess: 0 })).toBe(false);
  });
});

/** A sample with these parts; its value is their mean. */
function sampleOf(parts: readonly number[]): MeasureSample {
  const measure = measureNamed("marginPerCustomer");
  if (measure === undefined) throw new Error("the measure is there");
  const value = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const interval = { low: value - 10, high: value + 10, kind: "sampling" as const };
  return { measure, numerator: value, denominator: 1, value, leaveOneOut: parts, kind: "sampling", at: () => ({ name: measure.name, value, interval, numerator: value, denominator: 1, assumed: true }) };
}

describe("requirements", () => {
  test("are read in every form, and held, broken or undecided by their whole interval", () => {
    const verdict = (text: string, own = sampleOf([100, 100]), champion = own): string => {
      const requirement = readRequirement(text);
      return requirement === undefined ? "unread" : judgeRequirement(requirement, own, champion).verdict;
    };
    expect(["marginPerCustomer<=110", "marginPerCustomer < 110", "marginPerCustomer>=110", "marginPerCustomer<90", "marginPerCustomer≥95"].map((text) => verdict(text))).toEqual(["held", "undecided", "undecided", "broken", "undecided"]);
    expect(verdict("marginPerCustomer<=champion")).toBe("held");
    expect(verdict("marginPerCustomer>champion", sampleOf([100, 101]), sampleOf([90, 91]))).toBe("held");
    expect(verdict("marginPerCustomer=3")).toBe("unread");
    expect(readRequirement("ever90PlusAtMonth12<2%")?.bound).toBe(0.02);
    expect(readRequirement("lawful")).toMatchObject({ measure: "lawRulesMatchedCritical", bound: 0 });
  });

  test("two that no number can meet are found", () => {
    const read = (texts: readonly string[]) => contradiction(texts.flatMap((text) => readRequirement(text) ?? []))?.map(({ text }) => text);
    expect(read(["a<=1", "b>=2", "a>=2"])).toEqual(["a>=2", "a<=1"]);
    expect(read(["a<champion", "a>=champion"])).toEqual(["a>=champion", "a<champion"]);
    expect(read(["a<=2", "a>=2"])).toBeUndefined();
  });
});

test("Shapley values of three edits are those worked out by hand, add up, and treat equal edits alike", () => {
  // v(1)=6, v(2)=6, v(3)=0, v(12)=18, v(13)=12, v(23)=12, v(123)=30: 12 each for 1 and 2 by symmetry, 6 for 3.
  const worth = [0, 6, 6, 18, 0, 12, 12, 30];
  const samples = new Map(coalitionsOf(3, "shapley").map((set) => [set, [sampleOf([worth[set] ?? 0, worth[set] ?? 0])]]));
  const parts = attribute(samples, 3, "shapley").map(([one]) => one?.effect ?? Number.NaN);
  expect(parts[0]).toBeCloseTo(parts[1] ?? 0, 12);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(30, 12);
  expect(parts[2]).toBeCloseTo((6 + 6 + 12 * 2) / 6, 12);
  const along = attribute(samples, 3, "sequence").map(([one]) => one?.effect);
  expect(along).toEqual([6, 12, 12]);
});
