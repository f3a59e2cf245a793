import { expect, test } from "vitest";
import { commandLine } from "./world.ts";

interface Point {
  readonly factors: readonly string[];
  readonly paper: Readonly<Record<string, number>>;
  readonly played: Readonly<Record<string, { readonly share: number; readonly of: number; readonly apart: boolean }>>;
}

const small = ["--customers", "500", "--months", "6"] as const;

async function points(...args: readonly string[]): Promise<readonly Point[]> {
  const { code, stdout } = await commandLine(["verification", ...small, "--json", ...args]);
  expect(code).toBe(0);
  const { points: all }: { readonly points: readonly Point[] } = JSON.parse(stdout);
  return all;
}

test("for m = 0 … 3 the closed form is .93^m of the holders and .12^m of the thieves, and what was played agrees", async () => {
  const all = await points();
  expect(all.map(({ paper }) => [paper["honest"], paper["mixed"]].map((share) => Number((share ?? 0).toFixed(6))))).toEqual([
    [1, 1], [0.93, 0.12], [0.8649, 0.0144], [0.804357, 0.001728],
  ]);
  for (const { paper, played } of all) {
    for (const side of ["honest", "mixed", "bulk", "targeted"]) {
      expect(played[side]?.of).toBeGreaterThan(60);
      expect(played[side]?.apart, `${side} at ${paper[side]}`).toBe(false);
    }
    expect(paper["bulk"] ?? 2).toBeLessThanOrEqual(paper["mixed"] ?? 0);
    expect(paper["mixed"] ?? 2).toBeLessThanOrEqual(paper["targeted"] ?? 0);
  }
});

test("factors that fail together are worth the hardest of them", async () => {
  const [, , both] = await points("--factors", "sms,face", "--set", "assumptions.factorCorrelation=1", "--set", "assumptions.factorFaceFraud=0.05");
  expect(both?.factors).toEqual(["sms", "face"]);
  expect(both?.paper["mixed"]).toBeCloseTo(0.05, 12);
  expect(both?.paper["honest"]).toBeCloseTo(0.93, 12);
  expect(both?.played["mixed"]?.apart).toBe(false);
});

test("a factor that is none is told, with the nearest", async () => {
  const { code, stderr } = await commandLine(["verification", "--factors", "smss"]);
  expect(code).toBe(2);
  expect(stderr).toContain("did you mean `sms`?");
});
