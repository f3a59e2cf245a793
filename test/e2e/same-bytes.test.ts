// Same seed, same bytes: whatever the number of threads, the order of the blocks, or the hour.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readBench } from "../../src/workbench/bench.ts";
import { populationOf } from "../../src/workbench/open-population.ts";
import { openProject } from "../../src/workbench/project.ts";
import { renderReport } from "../../src/workbench/outputs.ts";
import { runBlocks } from "../../src/workbench/run-blocks.ts";
import { runOf } from "../../src/workbench/run-bench.ts";
import { readRunTexts, type RunTexts } from "../../src/workbench/run-texts.ts";
import { simulateScenario } from "../../src/workbench/simulate-scenario.ts";
import { counterNames, counters, viewTally } from "../../src/simulation/index.ts";
import { requireBuild, root } from "./bin.ts";

beforeAll(requireBuild);

/** Twelve blocks of customers over three policies, and groups by a fact. */
const customers = 4 * 4096;

function textsOf(changes: Readonly<Record<string, unknown>>): RunTexts {
  // The commands ask the world for its folder and for nothing else here.
  const world = { cwd: root, packageRoot: root, env: {}, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr } as const;
  const overrides = Object.entries(changes).map(([path, value]) => ({ path: path.split("."), value, written: path }));
  const { texts, diagnostics } = readRunTexts({ project: openProject(world), scenario: "baseline", overrides, policies: [] });
  expect(diagnostics).toEqual([]);
  if (texts === undefined) throw new Error("the shipped scenario cannot be read");
  return texts;
}

const request = (threads: number) => ({
  texts: textsOf({ "population.customers": customers, months: 6 }),
  by: ["customer.cityTier", "month"],
  policies: [],
  strict: false,
  threads,
  packageRoot: root,
});

const formats = ["json", "markdown", "csv", "pretty", "html"] as const;
const rendering = { options: { lang: "zh", color: false, ascii: false, width: 100 }, packageRoot: root } as const;

test("reports are the same bytes for one thread, for two that both worked, and for blocks in any order", async () => {
  expect(existsSync(join(root, "dist", "worker.js"))).toBe(true);
  const alone = await simulateScenario(request(1));
  const shared = await simulateScenario(request(2));
  const shuffled = await simulateScenario({ ...request(2), order: (jobs) => jobs.toSorted((a, b) => ((a.first / 4096) * 7 + a.policy.length * 5) % 11 - ((b.first / 4096) * 7 + b.policy.length * 5) % 11) });
  expect([...alone.blocksByThread.values()]).toEqual([12]);
  for (const run of [shared, shuffled]) {
    expect(run.blocksByThread.size).toBe(2);
    expect([...run.blocksByThread.values()].reduce((sum, blocks) => sum + blocks, 0)).toBe(12);
    for (const blocks of run.blocksByThread.values()) expect(blocks).toBeGreaterThan(0);
  }
  for (const format of formats) {
    const [first, ...others] = await Promise.all([alone, shared, shuffled].map(({ report }) => Promise.resolve(report === undefined ? "" : renderReport(report, format, rendering))));
    expect(first?.length).toBeGreaterThan(5000);
    for (const other of others) expect(other === first, `${format} differs`).toBe(true);
  }
});

test("another seed gives another report", async () => {
  const texts = (seed: string): RunTexts => textsOf({ "population.customers": 500, months: 3, seed });
  const [a, b] = await Promise.all(["one", "two"].map((seed) => simulateScenario({ ...request(1), texts: texts(seed) })));
  expect(a?.report?.policies[0]?.measures).not.toEqual(b?.report?.policies[0]?.measures);
});

test("the lives of single customers, as replay tells them, add up to the counters of the run", async () => {
  const lives = 300;
  const texts = textsOf({ "population.customers": lives, months: 12 });
  const { bench } = readBench(texts);
  if (bench === undefined) throw new Error("the shipped scenario cannot be read");
  const policies = [...bench.policies.keys()];
  const { tallies } = await runBlocks({ texts, groupBy: [], policies, replications: 1, customers: lives, threads: 1, packageRoot: root });
  for (const policy of policies) {
    const [data] = tallies.get(policy) ?? [];
    if (data === undefined) throw new Error(`${policy} did not run`);
    const run = runOf(bench, { policy, replication: 0, groupBy: [], population: populationOf(bench, 0, undefined) });
    const told = new Map<string, number>();
    const matched = new Map<string, Set<number>>();
    for (let customer = 0; customer < lives; customer += 1) {
      for (const { kind, name, month, figures, rules } of run.history(customer).entries) {
        if (kind === "act") for (const rule of rules) matched.set(rule, (matched.get(rule) ?? new Set()).add(customer));
        if (kind !== "event" || month < 0 || typeof figures["amount"] !== "number") continue;
        told.set(name, (told.get(name) ?? 0) + figures["amount"]);
      }
    }
    const tally = viewTally(data);
    const flows = counterNames.filter((name) => counters[name] === "flow" && told.has(name));
    expect(flows.length, `${policy}: kinds of events that lives tell`).toBeGreaterThan(10);
    for (const name of flows) expect(told.get(name), `${policy}: ${name}`).toBe(tally.total(name));
    const ofTheLender = new Set(bench.packs.flatMap(({ rules }) => rules.filter(({ trigger }) => trigger === "month-end").map(({ id }) => id)));
    for (const { rule, persons } of tally.laws.filter(({ rule: id }) => !ofTheLender.has(id))) expect(matched.get(rule)?.size ?? 0, `${policy}: ${rule}`).toBe(persons);
    for (const name of ["considered", "approved", "booked", "activated"] as const) expect(told.get(name), `${policy}: ${name}`).toBe(tally.total(name));
  }
});

test("a run in passes is the same bytes however it is shared out, and tells its queues", async () => {
  const queued = (threads: number) => ({
    ...request(threads), by: [], policies: ["silent-auto-enrolment"],
    texts: textsOf({ "population.customers": 2 * 4096, months: 6, "lender.capacityPer1000": { complaints: 0.5 } }),
  });
  const passes: string[] = [];
  const alone = await simulateScenario({ ...queued(1), progress: (_done, _total, _policy, pass) => passes.push(`${pass.number}/${pass.of}`) });
  const shared = await simulateScenario({ ...queued(2), order: (jobs) => jobs.toReversed() });
  expect([...new Set(passes)]).toEqual(["1/2", "2/2"]);
  for (const format of formats) {
    const [one, two] = await Promise.all([alone, shared].map(({ report }) => Promise.resolve(report === undefined ? "" : renderReport(report, format, rendering))));
    expect(one === two && one !== "", `${format} differs`).toBe(true);
  }
  const [queue] = alone.report?.policies[0]?.queues ?? [];
  expect(queue?.name).toBe("complaints");
  expect(Math.max(...(queue?.waitDays ?? []))).toBeGreaterThan(0);
});
