// Examples as people write them: lists, tables, files beside; run, watched, and saved from an explanation.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyProject, policyBench, requireBuild, type Project } from "../e2e/bin.ts";
import { commandLine } from "./world.ts";

const folder = "rules/policies/consent-first";
const limit = `${folder}/limit.json`;
vi.setConfig({ testTimeout: 300_000 });

let project: Project;
beforeEach(() => {
  project = copyProject();
});
afterEach(() => project.dispose());

const run = (...args: string[]) => commandLine(args, {}, project.folder);
const count = async (...args: string[]): Promise<number> => JSON.parse((await run("test", "consent-first", "--json", ...args)).stdout).examples.length;

function withTables(...tables: unknown[]): void {
  project.write(limit, JSON.stringify({ ...JSON.parse(project.read(limit)), tables }, null, 2));
}

const scores = {
  name: "scores",
  moment: "booking",
  facts: { "customer.incomeMonthlyFen": 2000000 },
  columns: ["score.points", "bureau.score", "expect.type", "expect.because"],
  rows: [
    [300, null, "no-line", "-"],
    [300, "-", "no-line", "-"],
  ],
};

test("each row of a table is an example, named after the table, and a dash says nothing", async () => {
  const before = await count();
  withTables(scores);
  const { code, stdout } = await run("test", "consent-first", "--run", "^scores", "--json");
  expect(JSON.parse(stdout).examples.map(({ name }: { name: string }) => name)).toEqual(["scores · 1", "scores · 2"]);
  expect(code).toBe(0);
  expect(await count()).toBe(before + 2);
});

test("a CSV beside the decision file is a table; so is JSON", async () => {
  const before = await count();
  project.write(`${folder}/limit.examples.csv`, 'name,moment,score.points,bureau.score,expect.type,expect.because\r\n"low, and no file",booking,300,null,no-line,none\r\nlow,booking,300,,no-line,\r\n');
  project.write(`${folder}/limit.examples.json`, JSON.stringify({ tables: [scores] }));
  expect(await count()).toBe(before + 4);
  expect(await run("test", "consent-first", "--run", "low, and")).toMatchObject({ code: 0, stdout: "1 passed, 0 failed\n" });
  expect((await run("lint", "consent-first")).code).toBe(0);
});

test("a cell that does not fit is told where it stands, a column that does not exist once for all rows", async () => {
  withTables({ ...scores, columns: ["score.point", "bureau.score", "expect.type", "expect.because"], rows: [[300, 99999, "no-line", "-"], [300, 700, "no-lin", "-"]] });
  const { diagnostics } = JSON.parse((await run("lint", "consent-first", "--json")).stdout);
  const at = (code: string) => diagnostics.filter((one: { code: string }) => one.code === code).map(({ place }: { place: { pointer: string; line: number } }) => project.read(limit).split("\n")[place.line - 1]?.trim().replace(",", ""));
  expect(at("unknown-fact")).toEqual(['"score.point"']);
  expect(at("outside-domain")).toEqual(["99999"]);
  expect(at("unknown-outcome")).toEqual(['"no-lin"']);
});

test("in a CSV too, by line and column", async () => {
  project.write(`${folder}/limit.examples.csv`, "moment,score.points,expect.type\nbooking,300,no-line\nbooking,abc,no-line\n");
  const { stdout } = await run("lint", "consent-first", "--format", "compact");
  expect(stdout).toMatch(/^rules\/policies\/consent-first\/limit\.examples\.csv:3:9/u);
  project.write(`${folder}/limit.examples.csv`, "moment,score.points,expect.type\nbooking,300\n");
  expect((await run("lint", "consent-first", "--format", "compact")).stdout).toMatch(/limit\.examples\.csv:2:1.*bad-table/u);
});

test("under a failing example stands every condition of the rules in question with its value, and its row's place", async () => {
  withTables({ ...scores, rows: [[780, 700, "grant", ["LIM-13"]]] });
  const { code, stdout } = await run("test", "consent-first", "--run", "scores");
  expect(code).toBe(1);
  const line = project.read(limit).split("\n").findIndex((each) => each.includes('"rows"')) + 2;
  expect(stdout).toContain(`${limit}:${line}`);
  expect(stdout).toMatch(/because: expected \[LIM-13\], got \[/u);
  expect(stdout).toMatch(/LIM-13[^\n]*did not match/u);
  expect(stdout).toMatch(/- consent\.bureau\.kind equal written +is separate/u);
  const compact = await run("check", "consent-first", "--format", "compact");
  expect(compact.stdout).toMatch(new RegExp(`^${limit}:${line}:\\d+[^\\n]*example-failed`, "mu"));
});

test("explain --save-example adds to the list and leaves the rest of the file as it was, line ends and indent too", async () => {
  const before = project.read(limit).replaceAll("\n", "\r\n");
  project.write(limit, before);
  const saved = await run("explain", "consent-first", "limit", "--set", "score.points=300", "--save-example", "a low score");
  expect(saved.code).toBe(0);
  const after = project.read(limit);
  const at = after.indexOf('"a low score"');
  const tail = before.slice(before.lastIndexOf("}", before.lastIndexOf("]")) + 1);
  expect(after.startsWith(before.slice(0, before.length - tail.length))).toBe(true);
  expect(after.endsWith(tail)).toBe(true);
  expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  expect(after.slice(at, at + 300)).toContain('"score.points": 300');
  expect(await run("test", "consent-first", "--run", "^a low score$")).toMatchObject({ code: 0, stdout: "1 passed, 0 failed\n" });
  expect(await run("explain", "consent-first", "limit", "--save-example", "a low score")).toMatchObject({ code: 2, stderr: expect.stringContaining("already") });
  expect((await run("explain", "consent-first", "limit", "--save-example")).stderr).toMatch(/saved as `\S+ at booking/u);
  expect(await run("explain", "consent-first", "limit", "--set", "param.minScore=300", "--save-example", "x")).toMatchObject({ code: 2 });
  expect((await run("lint", "consent-first")).code).toBe(0);
});

test("--watch runs again after a save by rename, once for a burst, tells a broken file, and Ctrl-C ends it with 130", async () => {
  requireBuild();
  const path = join(project.folder, limit);
  const sound = project.read(limit);
  const save = (text: string): void => {
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
  };
  const seen: string[] = [];
  const until = async (text: string, times: number): Promise<void> => {
    for (let tries = 0; seen.join("").split(text).length - 1 < times; tries += 1) {
      if (tries > 600) throw new Error(`never saw ${times} × ${text} in ${seen.join("")}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const done = await policyBench(["test", "consent-first", "--watch"], {
    cwd: project.folder,
    hear: (chunk) => seen.push(chunk),
    meanwhile: async (child) => {
      await until("Ctrl-C ends", 1);
      for (let times = 0; times < 5; times += 1) save(`${sound}${" ".repeat(times)}`);
      await until("Ctrl-C ends", 2);
      save(sound.replace('"rules"', '"rulse"'));
      await until("rulse", 1);
      await until("Ctrl-C ends", 3);
      save(sound);
      await until("Ctrl-C ends", 4);
      child.kill("SIGINT");
    },
  });
  expect(done.code).toBe(130);
  expect(done.stdout.match(/passed, 0 failed/gu)?.length).toBe(3);
});
