// optimise, tornado, bridge and the choice of compare, over few customers: what they find, write, and refuse.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { BridgeReport, OptimiseReport, RunReport, TornadoReport } from "../../src/verdict/index.ts";
import { z } from "zod";
import { commandLine, root, type Said } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "policy-bench-search-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = ["--customers", "300", "--months", "6", "--quiet", "--threads", "1"];
const say = (...args: readonly string[]): Promise<Said> => commandLine([...args, ...small]);

/** What is written has the shape that is published. */
function fits(command: string, json: string): void {
  if (command === "compare") return;
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(root, "rules", "schema", `${command}.schema.json`), "utf8")));
  expect(schema.safeParse(JSON.parse(json)).error?.issues ?? []).toEqual([]);
}

async function told<Report>(...args: readonly string[]): Promise<Report> {
  const said = await say(...args, "--json");
  expect(said.stderr).toBe("");
  fits(args[0] === "optimize" ? "optimise" : (args[0] ?? ""), said.stdout);
  return JSON.parse(said.stdout) as Report;
}

describe("optimise", () => {
  const asked = ["optimize", "baseline", "--policy", "invited", "--vary", "minScore=570:680", "--vary", "minIncomeFen=100000:300000", "--maximise", "bookingRate", "--budget", "9"];

  test("finds no worse than what stands, shows both figures, and writes the policy with nothing changed but its parameters", { timeout: 240_000 }, async () => {
    const target = join(folder, "found");
    const report = await told<OptimiseReport>(...asked, "--minimise", "complaintsPerThousand", "--require", "complaintsPerThousand<=champion", "--require", "proved", "--write", target);
    expect(report.spent).toBeLessThanOrEqual(9);
    expect(report.conflict).toBeNull();
    const chosen = report.winners.find((winner) => winner.chosen);
    expect(chosen?.requirements[0]?.verdict).not.toBe("broken");
    expect(chosen?.proved).toBe("held");
    const [search, fresh] = [chosen?.search[0]?.value, chosen?.fresh[0]?.value];
    expect(search).toBeGreaterThanOrEqual(report.current.search[0]?.value ?? Number.POSITIVE_INFINITY);
    expect(fresh).not.toBe(search);
    const files = ["policy", "enrolment", "limit", "pricing", "closure", "monitoring"].map((name) => [join(root, "rules", "policies", "invited", `${name}.json`), join(target, `${name}.json`)] as const);
    const different = files.flatMap(([from, to]) => {
      const [a, b] = [from, to].map((path) => readFileSync(path, "utf8").split("\n"));
      return (a ?? []).filter((line, at) => line !== b?.[at]);
    });
    const moved = report.varied.filter(({ name, current }) => chosen?.parameters[name] !== current).length;
    expect(different.filter((line) => !/\$schema|"name"|"title"/u.test(line))).toHaveLength(moved);
    const lint = await commandLine(["lint", target]);
    expect(lint.code, lint.stdout + lint.stderr).toBe(0);
    expect((await say(...asked, "--write", target)).stderr).toContain("not empty");
  });

  test("requirements that exclude each other are told: by their numbers before, by what was tried after", { timeout: 240_000 }, async () => {
    const before = await say(...asked, "--require", "bookingRate<=0.1", "--require", "bookingRate>=0.2");
    expect(before.code).toBe(2);
    expect(before.stderr).toContain("cannot both hold");
    const after = await say(...asked, "--budget", "8", "--require", "enrolledShare>=0.99", "--require", "complaintsPerThousand<=champion");
    expect(after.code).toBe(1);
    expect(after.stdout).toContain("Nothing tried meets this");
    expect(existsSync(join(folder, "none"))).toBe(false);
    const wrong = await say("optimise", "baseline", "--policy", "invited", "--maximise", "margin", "--require", "complaints=3");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/no measure `margin`[\s\S]*no requirement/u);
  });
});

test("a tornado moves both policies alike: what no policy reads moves nothing, and all formats speak", { timeout: 240_000 }, async () => {
  const asked = ["tornado", "baseline", "--challenger", "invited", "--only", "uplift,awareSilent", "--measure", "incrementalSalesPerCustomer", "--sobol", "--points", "4", "--factors", "2"];
  const report = await told<TornadoReport>(...asked);
  const [measure] = report.measures;
  expect([report.champion, report.challenger, report.assumptions]).toEqual(["silent-auto-enrolment", "invited", 2]);
  const [widest] = measure?.bars ?? [];
  expect(widest?.assumption).toBe("uplift");
  // Nobody buys more for having credit at hand where the uplift is small: the gap between the policies follows it.
  expect(Math.abs(widest?.atHigh.difference ?? 0)).toBeGreaterThan(Math.abs(widest?.atLow.difference ?? 0));
  expect(measure?.sobol?.map(({ assumption }) => assumption)).toEqual(measure?.bars.map(({ assumption }) => assumption));
  expect((await say("tornado", "baseline", "--only", "uplft")).stderr).toContain("`uplift`");
});

test("a bridge adds up to the whole difference, and a policy against itself has no edit", { timeout: 240_000 }, async () => {
  const asked = ["bridge", "consent-first", "invited", "--measure", "marginPerCustomer", "--measure", "bookingRate"];
  const report = await told<BridgeReport>(...asked);
  expect(report.steps.length).toBeLessThanOrEqual(8);
  expect(report.steps.some(({ edits }) => edits.length > 0)).toBe(true);
  report.measures.forEach(({ from, to, difference }, at) => {
    const sum = report.steps.reduce((total, { effects }) => total + (effects[at]?.effect ?? Number.NaN), 0);
    expect(sum).toBeCloseTo((to.value ?? 0) - (from.value ?? 0), 9);
    expect(sum).toBeCloseTo(difference.difference ?? Number.NaN, 9);
  });
  const markdown = await say(...asked, "--format", "markdown", "--lang", "zh");
  expect(markdown.stdout).toContain("开通规则");
  expect((await say("bridge", "invited", "invited")).code).toBe(2);
});

test("every form of a search says what it rests on and how to get it again", { timeout: 240_000 }, async () => {
  const [json, markdown, csv] = ["b.json", "b.md", "b.csv"].map((name) => join(folder, name));
  const asked = ["bridge", "consent-first", "invited", "--measure", "bookingRate", "--set", "policies.invited.minScore=600"];
  const said = await say(...asked, "-o", `json=${json}`, "-o", `markdown=${markdown}`, "-o", `csv=${csv}`);
  expect(said.stderr).toBe("");
  const { inputs } = JSON.parse(readFileSync(json ?? "", "utf8")) as BridgeReport;
  expect(inputs.flags).toEqual(["--customers 300", "--measure bookingRate", "--months 6", "--set policies.invited.minScore=600"]);
  const command = "policy-bench bridge consent-first invited --customers 300 --measure bookingRate --months 6 --set policies.invited.minScore=600";
  for (const text of [said.stdout.replaceAll(/\s+/gu, " "), readFileSync(csv ?? "", "utf8")]) expect(text).toContain(command);
  const page = readFileSync(markdown ?? "", "utf8");
  for (const [file, hash] of Object.entries(inputs.hashes)) expect(page, file).toContain(hash);
  expect(readFileSync(csv ?? "", "utf8").split("\n").slice(1, -1).every((line) => line.includes(inputs.digest))).toBe(true);
});

test("compare says which policy to choose under requirements, how sure, and what they cost", { timeout: 240_000 }, async () => {
  const asked = ["compare", "baseline", "-o", `json=${join(folder, "choice.json")}`, "--require", "complaintsPerThousand<=champion", "--require", "unaskedShare<=0.001", "--maximise", "enrolledShare"];
  const page = join(folder, "choice.html");
  const { choice } = await told<RunReport>(...asked, "-o", `html=${page}`);
  const [, section = ""] = /<section id="choice">(.*?)<\/section>/su.exec(readFileSync(page, "utf8")) ?? [];
  for (const words of ["Which policy to choose", "How sure: 300 customers", "complaintsPerThousand&lt;=champion", "silent-auto-enrolment"]) expect(section).toContain(words);
  expect(choice?.unrestricted).toBe("silent-auto-enrolment");
  expect(choice?.options.find(({ policy }) => policy === "silent-auto-enrolment")?.meets).toBe("broken");
  expect(["consent-first", "invited"]).toContain(choice?.chosen);
  const free = choice?.options.find(({ policy }) => policy === choice.unrestricted);
  expect(free?.verdict).toBe("worse");
  expect(free?.chosenLess).toBeLessThan(0);
  const clash = await say(...asked, "--require", "unaskedShare>=0.5");
  expect([clash.code, clash.stderr]).toEqual([2, expect.stringContaining("`--require unaskedShare<=0.001`")]);
  expect(clash.stderr).toContain("cannot both hold");
  const none = await say("compare", "baseline", "-o", `json=${join(folder, "none.json")}`, "--require", "enrolledShare>=0.999");
  expect(none.stdout).toContain("No policy meets every requirement");
});

test("a rate over nothing is no data and its reason, and decides nothing, in every command", { timeout: 240_000 }, async () => {
  const never = "ever90PlusAtMonth12";
  const why = "is zero here";
  const of = (...args: readonly string[]): Promise<Said> => commandLine([...args, "--customers", "100", "--months", "2", "--quiet", "--threads", "1"]);
  const files = ["-o", `json=${join(folder, "nothing.json")}`];
  const chosen = await of("compare", "baseline", "--maximise", never, ...files);
  expect(chosen.stdout.replaceAll(/\s+/gu, " ")).toMatch(/Nothing can be chosen by Ever 90\+ .*is zero here/u);
  const required = await of("compare", "baseline", "--require", `${never}<2%`, ...files);
  expect(required.stdout.replaceAll(/\s+/gu, " ")).toMatch(/with doubt: .*is zero here/u);
  const searched = await of("optimise", "baseline", "--policy", "invited", "--vary", "minScore", "--budget", "2", "--minimise", never);
  expect([searched.code, searched.stdout.replaceAll(/\s+/gu, " ")]).toEqual([3, expect.stringContaining(why)]);
  for (const args of [["sweep", "baseline", "--policy", "invited", "--vary", "minScore=600,650"], ["tornado", "baseline", "--only", "uplift", "--measure", never], ["bridge", "invited", "consent-first", "--measure", never]]) {
    const said = await of(...args);
    expect([said.code, said.stdout.replaceAll(/\s+/gu, " ")], args[0]).toEqual([0, expect.stringContaining(why)]);
    expect(said.stdout).not.toContain("NaN");
  }
  const unknown = await of("tornado", "baseline", "--measure", "complaints", "--require", "margn<1");
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("`complaintsPerThousand`")]);
  expect(unknown.stderr).toContain("`marginPerCustomer`");
});
