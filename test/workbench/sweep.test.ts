// One policy over a range of its parameters: grids, spread points, the frontier, and what is wrong with a request.
import { describe, expect, test } from "vitest";
import type { SweepReport } from "../../src/verdict/index.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { commandLine, root, type Said } from "./world.ts";

const small = ["baseline", "--customers", "300", "--months", "6", "--quiet", "--threads", "1"];
const sweep = (...args: readonly string[]): Promise<Said> => commandLine(["sweep", ...small, ...args]);

async function swept(...args: readonly string[]): Promise<SweepReport> {
  const said = await sweep(...args, "--json");
  expect(said.stderr).toBe("");
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(root, "rules", "schema", "sweep.schema.json"), "utf8")));
  expect(schema.safeParse(JSON.parse(said.stdout)).error?.issues ?? []).toEqual([]);
  return JSON.parse(said.stdout) as SweepReport;
}

describe("sweep", () => {
  test("a grid meets the same customers: the setting in force differs from the policy as it stands by nothing", { timeout: 240_000 }, async () => {
    const report = await swept("--policy", "invited", "--vary", "minScore=560,620,680", "--vary", "minIncomeFen=200000:400000:200000", "--x", "bookingRate:higher", "--y", "complaintsPerThousand");
    expect(report.design).toBe("grid");
    expect(report.points.map(({ parameters }) => parameters["minScore"])).toEqual([expect.any(Number), 560, 560, 620, 620, 680, 680, undefined, undefined]);
    expect(report.points.filter(({ named }) => named).map(({ policy }) => policy)).toEqual(["invited", "silent-auto-enrolment", "consent-first"]);
    const [current] = report.points;
    expect(current?.differences.map(({ difference, interval }) => [difference, interval?.low, interval?.high])).toEqual([[0, 0, 0], [0, 0, 0]]);
    const value = (id: number): readonly number[] => report.points.find((point) => point.id === id)?.measures.map((measure) => measure.value ?? 0) ?? [];
    // Nobody beats a point of the frontier, and a stricter score never opens more accounts to the same customers.
    for (const id of report.frontier) {
      const [x = 0, y = 0] = value(id);
      expect(report.points.filter((point) => { const [a = 0, b = 0] = value(point.id); return a >= x && b <= y && (a > x || b < y); })).toEqual([]);
    }
    expect(value(1)[0]).toBeGreaterThan(value(5)[0] ?? 1);
    for (const { dx, dy, slope } of report.steps) expect(slope).toBeCloseTo(dy / dx, 10);
  });

  test("points are spread the same every time, on the parameter's steps, and threads do not matter", { timeout: 240_000 }, async () => {
    const args = ["--policy", "invited", "--points", "6", "--vary", "minScore=560:680", "--vary", "minIncomeFen", "--months", "3"] as const;
    const [one, two] = [await sweep(...args, "--json"), await commandLine(["sweep", ...small, ...args, "--json", "--threads", "2"])];
    expect(two.stdout).toBe(one.stdout);
    const report = JSON.parse(one.stdout) as SweepReport;
    expect(report.points.filter(({ named }) => !named)).toHaveLength(6);
    expect(report.points.every(({ parameters }) => (parameters["minScore"] ?? 0) % 5 === 0 && (parameters["minIncomeFen"] ?? 0) % 10_000 === 0)).toBe(true);
    for (const format of ["pretty", "markdown", "csv"]) {
      const said = await sweep(...args, "--format", format, "--lang", "zh");
      expect(said.stdout, format).toContain(format === "csv" ? "minScore" : "前沿");
    }
  });

  test("all that is wrong with a request is told at once, with what was meant", { timeout: 240_000 }, async () => {
    const said = await sweep("--policy", "invited", "--vary", "minScor=600", "--vary", "minScore=100:900", "--vary", "minIncomeFen=12345", "--x", "enroledShare", "--y", "violations:upwards");
    expect(said.code).toBe(2);
    for (const words of ["`minScor`", "minScore", "outside the domain", "not on the steps", "enrolledShare", "higher or lower"]) expect(said.stderr).toContain(words);
    const endless = await sweep("--policy", "invited");
    expect(endless.code).toBe(2);
    expect(endless.stderr).toContain("--points 200");
  });
});
