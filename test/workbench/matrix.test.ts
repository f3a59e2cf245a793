// Policies × scenarios × assumption sets: what a cell is, what the cache keeps and when it does not serve, and what a matrix concludes.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureNamed, measures, revivedSample, type MeasureSample } from "../../src/statistics/index.ts";
import { judgeMatrix, type MatrixComparison, type MatrixReport, type MeasuredCell, type RunReport } from "../../src/verdict/index.ts";
import { openCellCache } from "../../src/workbench/matrix/cell-cache.ts";
import { copyProject, type Project } from "../e2e/bin.ts";
import { commandLine, type Said } from "./world.ts";

let project: Project;
const folder = mkdtempSync(join(tmpdir(), "policy-bench-matrix-"));
beforeAll(() => {
  project = copyProject();
});
afterAll(() => {
  project.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const small = ["--customers", "200", "--months", "3", "--threads", "1"];
const cache = join(folder, "cells");
const matrix = (...args: readonly string[]): Promise<Said> => commandLine(["matrix", ...args, ...small, "--cache", cache], {}, project.folder);
const read = ({ stdout, stderr }: Said): MatrixReport => {
  expect(stdout, stderr).not.toBe("");
  return JSON.parse(stdout) as MatrixReport;
};

describe("matrix", () => {
  const asked = ["baseline", "--assumptions", "base,high", "--measure", "enrolledShare,marginPerCustomer"];

  test("a cell is what run gives, and its difference is run's", { timeout: 240_000 }, async () => {
    const report = read(await matrix(...asked, "--json"));
    expect(report.measures.map(({ cells }) => cells.length)).toEqual([6, 6]);
    for (const set of ["high"]) {
      const alone = await commandLine(["run", "baseline", ...small, "--set", `assumptions=${set}`, "--json", "--quiet", "-o", `csv=${join(folder, "run.csv")}`], {}, project.folder);
      const compared = JSON.parse(alone.stdout) as RunReport;
      for (const { measure, cells } of report.measures) {
        for (const cell of cells.filter(({ assumptions }) => assumptions === set)) {
          expect(cell.measure).toEqual(compared.policies.find(({ name }) => name === cell.policy)?.measures.find(({ name }) => name === measure));
          const own = compared.comparisons.find(({ challenger }) => challenger === cell.policy)?.measures.find(({ name }) => name === measure);
          expect([cell.difference?.difference, cell.difference?.interval]).toEqual([own?.difference, own?.interval]);
        }
      }
    }
  });

  test("what was run is kept: only what changed runs again, and the bytes stay", { timeout: 240_000 }, async () => {
    const before = await matrix(...asked, "--json");
    expect(before.stderr).toContain("6 cells: 6 from the cache, 0 run");
    expect((await commandLine(["matrix", ...asked, ...small, "--json", "--no-cache"], {}, project.folder)).stdout).toBe(before.stdout);
    project.edit("scenarios/baseline.json", "Steady economy", "Another title");
    project.edit("rules/policies/invited/invariants.json", "{", "{ ");
    expect((await matrix(...asked, "--json")).stderr).toContain("6 from the cache");
    project.edit("rules/policies/invited/enrolment.json", '"priority": 120', '"priority": 121');
    expect((await matrix(...asked, "--json")).stderr).toContain("4 from the cache, 2 run");
    expect((await matrix(...asked, "--seed", "other")).stderr).toContain("0 from the cache");
    expect((await matrix(...asked, "--set", "policies.consent-first.minScore=700")).stderr).toContain("4 from the cache, 2 run");
    // Put to the law, a cell answers without it, too; not the other way round.
    expect((await matrix(...asked, "--measure", "lawRulesMatched")).stderr).toContain("0 from the cache");
    expect((await matrix("baseline", "--measure", "lossPerCustomer")).stderr).toContain("3 from the cache");
  });

  test("from the cache every measure comes back as it went in, with its interval", { timeout: 240_000 }, async () => {
    const args = ["matrix", "baseline", "--policy", "invited", "--policy", "silent-auto-enrolment", "--customers", "150", "--months", "3", "--threads", "1", "--json", "--cache", join(folder, "all"), "--measure", measures.map(({ name }) => name).join(",")];
    const fresh = await commandLine(args, {}, project.folder);
    const cached = await commandLine(args, {}, project.folder);
    expect(cached.stderr).toContain("2 from the cache");
    expect(cached.stdout).toBe(fresh.stdout);
    expect(fresh.stdout).toContain('"medianLimit"');
  });

  test("an entry that is damaged, cut short or another cell's is run again, and said", { timeout: 240_000 }, async () => {
    const home = join(folder, "damaged");
    const one = (): Promise<Said> => commandLine(["matrix", "baseline", "--policy", "invited", "--customers", "100", "--months", "1", "--threads", "1", "--json", "--cache", home], {}, project.folder);
    const whole = await one();
    const [name = ""] = readdirSync(home);
    const entry = readFileSync(join(home, name), "utf8");
    const foreign = entry.replaceAll(name.replace(".cell", ""), "0".repeat(64));
    for (const wrong of [entry.replace(/"numerator":\d/u, '"numerator":9'), entry.slice(0, 500), foreign, ""]) {
      writeFileSync(join(home, name), wrong);
      const again = await one();
      expect(again.stderr).toContain("not what was written there");
      expect(again.stdout).toBe(whole.stdout);
      expect(readFileSync(join(home, name), "utf8")).toBe(entry);
    }
    expect((await one()).stderr).toContain("1 from the cache");
  });

  test("a cache that cannot be written is told, and the result is there all the same", { timeout: 240_000 }, async () => {
    writeFileSync(join(folder, "a-file"), "");
    const said = await commandLine(["matrix", "baseline", "--policy", "invited", "--customers", "100", "--months", "1", "--cache", join(folder, "a-file")], {}, project.folder);
    expect([said.code, said.stderr]).toEqual([0, expect.stringContaining("no cell was kept")]);
  });

  test("the cache stays within its bound: what was used longest ago goes, and nothing that is not its own", () => {
    const home = join(folder, "bounded");
    mkdirSync(home);
    const file = (digit: string): string => join(home, `${digit.repeat(64)}.cell`);
    for (const [at, digit] of ["1", "2", "3"].entries()) {
      writeFileSync(file(digit), "x".repeat(1000));
      utimesSync(file(digit), 1000 + at, 1000 + at);
    }
    writeFileSync(join(home, "notes.txt"), "x".repeat(10_000));
    openCellCache(home, 2500).trim();
    expect(["1", "2", "3"].map((digit) => existsSync(file(digit)))).toEqual([false, true, true]);
    expect(existsSync(join(home, "notes.txt"))).toBe(true);
  });

  test("all that is wrong is told at once, with what was meant", { timeout: 240_000 }, async () => {
    const said = await matrix("baselin", "recession", "--assumptions", "bas", "--measure", "enroledShare");
    expect(said.code).toBe(2);
    for (const words of ["`baselin`", "`baseline`", "no assumption set `bas`", "`enrolledShare`"]) expect(said.stderr).toContain(words);
  });

  test("two saved matrices compare: which files differ, which cells, which conclusions", { timeout: 240_000 }, async () => {
    const [a, b] = ["a.json", "b.json"].map((name) => join(folder, name));
    await matrix(...asked, "-o", `json=${a}`);
    await matrix(...asked, "-o", `json=${b}`, "--set", "policies.invited.minScore=700");
    const same = JSON.parse((await commandLine(["compare", a ?? "", a ?? "", "--json"])).stdout) as MatrixComparison;
    expect(same.measures.flatMap(({ changes }) => changes.map((one) => [one.same, one.difference.difference]))).toEqual(Array.from({ length: 12 }, () => [true, 0]));
    const other = JSON.parse((await commandLine(["compare", a ?? "", b ?? "", "--json"])).stdout) as MatrixComparison;
    expect(other.changedInputs).toEqual(["--set policies.invited.minScore=700"]);
    expect(new Set(other.measures.flatMap(({ changes }) => changes.flatMap((one) => (one.same ? [] : [one.policy]))))).toEqual(new Set(["invited"]));
    const pretty = await commandLine(["compare", a ?? "", b ?? "", "--lang", "zh"]);
    expect(pretty.stdout).toContain("两者共有 6 格");
    const run = join(folder, "run.json");
    await commandLine(["run", "baseline", ...small, "--quiet", "-o", `json=${run}`], {}, project.folder);
    const mixed = await commandLine(["compare", a ?? "", run]);
    expect(mixed.code).toBe(2);
  });
});

describe("conclusions", () => {
  const margin = measureNamed("marginPerCustomer");
  if (margin === undefined) throw new Error("the measure is there");
  /** 32 groups of 100 customers around a value, with a spread that a difference of 1,000 fen surely exceeds. */
  const sampleAt = (value: number): MeasureSample =>
    revivedSample(margin, { numerator: value * 3200, denominator: 3200, kind: "sampling", leaveOneOut: Array.from({ length: 32 }, (_, group) => value + (group % 2 === 0 ? 3 : -3) + (value === 0 ? 0 : group % 4)) });
  const cellsOf = (differences: readonly (number | null)[]): readonly MeasuredCell[] =>
    differences.flatMap((difference, at) => [
      { scenario: `s${at}`, assumptions: "base", policy: "old", champion: true, samples: [sampleAt(0)] },
      { scenario: `s${at}`, assumptions: "base", policy: "new", champion: false, samples: [difference === null ? revivedSample(margin, { numerator: 0, denominator: 0, kind: "sampling", leaveOneOut: [] }) : sampleAt(difference)] },
    ]);
  const standing = (...differences: readonly (number | null)[]): string => {
    const [one] = judgeMatrix(cellsOf(differences)).measures[0]?.conclusions ?? [];
    return `${one?.standing} ${one?.side} ${one?.agreeing}/${one?.cells}`;
  };

  test("a conclusion holds where every cell says the same, turns where one says the opposite, fades where one does not decide", () => {
    expect(standing(5000, 9000)).toBe("holds better 2/2");
    expect(standing(-5000, -9000, -7000)).toBe("holds worse 3/3");
    expect(standing(5000, 9000, -5000)).toBe("turns better 2/3");
    expect(standing(5000, 9000, 0)).toBe("fades better 2/3");
    expect(standing(5000, null)).toBe("fades better 1/2");
    expect(standing(0, 0)).toBe("holds alike 2/2");
    expect(standing(null, null)).toBe("no-data no-data 2/2");
  });

  test("the worst case is the worst cell, and the least bad one is marked", () => {
    const [measure] = judgeMatrix(cellsOf([5000, -9000])).measures;
    expect(measure?.worst.map(({ policy, scenario, value, safest }) => [policy, scenario, value, safest])).toEqual([["old", "s0", 0, true], ["new", "s1", -9000, false]]);
  });
});
