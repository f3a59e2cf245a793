// What the screen looks up behind a report is what the commands say, and what the run counted.
import { expect, test } from "vitest";
import { viewTally } from "../../src/simulation/index.ts";
import { openProject } from "../../src/workbench/project.ts";
import { readRunTexts } from "../../src/workbench/run-texts.ts";
import type { Answer, FoundCustomers } from "../../src/view/index.ts";
import { readBench } from "../../src/workbench/bench.ts";
import { populationOf } from "../../src/workbench/open-population.ts";
import { runOf } from "../../src/workbench/run-bench.ts";
import { studyCalls } from "../../src/workbench/screen/study-calls.ts";
import { surelyNobody } from "../../src/workbench/screen/surely-nobody.ts";
import { meetsFacts, meetsLife, readWhere } from "../../src/workbench/where.ts";
import { createStudy, type StudyResult } from "../../src/workbench/screen/study.ts";
import { simulateScenario } from "../../src/workbench/simulate-scenario.ts";
import { commandLine, quietWorld, root } from "./world.ts";

const customers = 400;
const { texts } = readRunTexts({ project: openProject(quietWorld()), scenario: "baseline", overrides: [{ path: ["population", "customers"], value: customers, written: "--customers 400" }], policies: [] });
if (texts === undefined) throw new Error("the baseline cannot be read");
const study = createStudy(texts);
const policy = "silent-auto-enrolment";

async function people(where: readonly string[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const result: StudyResult = await study.look({ kind: "people", policy, waits: {}, where, from, most: 7 });
    if (result.kind !== "people") throw new Error(JSON.stringify(result));
    found.push(...result.value.customers);
    from = result.value.next;
  }
  return found;
}

test("as many people are found behind a counter as the run counted, and each life tells of it", async () => {
  const { tallies } = await simulateScenario({ texts, by: [], policies: [], strict: false, threads: 1, packageRoot: root });
  const [data] = tallies?.get(policy) ?? [];
  if (data === undefined) throw new Error("nothing was run");
  // Persons, once each: as many as the run counted.
  expect((await people(["event=considered"])).length).toBe(viewTally(data).total("considered"));
  const refused = await people(["event=closuresRefused"]);
  expect(refused.length).toBeGreaterThan(0);
  for (const customer of refused.slice(0, 3)) {
    const life = await study.look({ kind: "life", policy, waits: {}, customer });
    if (life.kind !== "life") throw new Error(life.kind);
    expect(life.value.history.entries.some(({ kind, name, figures }) => kind === "decision" && name === "closure" && figures["outcome"] === "refuse")).toBe(true);
  }
  // A search by counts and one by lives find the same people.
  expect(await people(["decision=closure:refuse"])).toEqual(refused);
});

test("what is remembered of lives finds the people whom their lives tell of, whatever is asked and in whichever order", async () => {
  const { bench } = readBench(texts);
  const asked = bench?.policies.get(policy);
  if (bench === undefined || asked === undefined) throw new Error("the baseline cannot be read");
  const population = populationOf(bench, 0, undefined);
  const run = runOf(bench, { policy, replication: 0, groupBy: [], population, waits: {} });
  const lives = Array.from({ length: customers }, (_, customer) => run.history(customer));
  const block = population.block(0, customers);
  const words = lives.flatMap(({ entries }) => entries.flatMap(({ kind, name, figures, rules }) => (kind === "act" ? [`act=${name}`, ...rules.map((rule) => `law=${rule}`)] : kind === "decision" ? [`decision=${name}`, `decision=${name}:${String(figures["outcome"]).split(" + ")[0]}`, ...rules.map((rule) => `rule=${rule}`)] : [])));
  const conditions = [...new Set(words)].filter((_, at) => at % 7 === 0);
  expect(conditions.length).toBeGreaterThan(10);
  const searches = [...conditions.flatMap((condition) => [[condition], ["customer.age<25", condition], [condition, "event=discovered"]]), ["law=any", "decision=enrollment:decline"], ["posting=late-fee"]];
  for (const search of searches) {
    const where = readWhere(search, { dictionary: bench.dictionary, policy: asked, packs: bench.packs });
    const told = lives.filter((life, index) => meetsFacts(where, block, index) && meetsLife(where, life)).map(({ customer }) => customer);
    expect(await people(search), search.join(" ")).toEqual(told);
  }
});

test("where the report counts nobody, nobody is looked for; otherwise slices of two desks come in order and none is lost", async () => {
  const { report } = await simulateScenario({ texts, by: [], policies: [policy], strict: false, threads: 1, packageRoot: root });
  if (report === undefined) throw new Error("nothing was run");
  const [never] = Object.values(report.policies[0]?.rulesFired ?? {}).flat().filter(({ times }) => times === 0);
  expect(surelyNobody(report, policy, [`rule=${never?.rule}`])).toBe(true);
  expect(await people([`rule=${never?.rule}`])).toEqual([]);
  expect(surelyNobody(report, policy, ["law=any"])).toBe(false);
  expect(surelyNobody(report, policy, ["rule=NONE-1", "customer.age<20"])).toBe(false);
  expect(surelyNobody(undefined, policy, ["law=any"])).toBe(false);
  const larger = readRunTexts({ project: openProject(quietWorld()), scenario: "baseline", overrides: [{ path: ["population", "customers"], value: 1300, written: "--customers 1300" }, { path: ["months"], value: 2, written: "--months 2" }], policies: [] }).texts;
  if (larger === undefined) throw new Error("the baseline cannot be read");
  // Without a built worker both desks look on this thread.
  const studies = studyCalls({ texts: () => larger, report: () => undefined, root, packageRoot: "/nowhere" });
  const search = async (where: readonly string[], most: number): Promise<readonly number[]> => {
    const found: number[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const answer: Answer<FoundCustomers> | undefined = await studies.calls.findCustomers?.(policy, { where, from, most });
      if (answer?.kind !== "done") throw new Error(JSON.stringify(answer));
      expect(answer.value.customers.length).toBeLessThanOrEqual(most);
      found.push(...answer.value.customers);
      from = answer.value.next;
    }
    return found;
  };
  expect(await search([], 90)).toEqual(Array.from({ length: 1300 }, (_, customer) => customer));
  const all = await search(["law=any"], 5000);
  expect(all.length).toBeGreaterThan(100);
  expect(await search(["law=any"], 7)).toEqual(all);
  await studies.close();
});

test("a life on the screen is the life that replay tells, and its first person the one that replay finds", async () => {
  const [first] = await people(["event=chargedOff", "customer.age<60"]);
  const told = await commandLine(["replay", "baseline", "--customers", String(customers), "--policy", policy, "--where", "event=chargedOff", "--where", "customer.age<60", "--json"]);
  const { customer, entries } = JSON.parse(told.stdout);
  expect(customer).toBe(first);
  const life = await study.look({ kind: "life", policy, waits: {}, customer });
  expect(life.kind === "life" && JSON.parse(JSON.stringify(life.value.history.entries))).toEqual(entries);
});

test("a decision of a life is explained by json-rules-engine with the rules that decided it", async () => {
  const [customer = 0] = await people(["decision=closure:refuse"]);
  const life = await study.look({ kind: "life", policy, waits: {}, customer });
  if (life.kind !== "life") throw new Error(life.kind);
  const at = life.value.history.entries.findIndex(({ kind, name, figures }) => kind === "decision" && name === "closure" && figures["outcome"] === "refuse");
  const trace = await study.look({ kind: "trace", policy, waits: {}, customer, entry: at });
  if (trace.kind !== "trace") throw new Error(trace.kind);
  expect(trace.value.outcome.type).toBe("refuse");
  expect(trace.value.because).toEqual(life.value.history.entries[at]?.rules);
  for (const rule of trace.value.because) expect(trace.value.rules.find(({ name }) => name === rule)?.fired).toBe(true);
  expect(await study.look({ kind: "trace", policy, waits: {}, customer, entry: 0 })).toMatchObject({ kind: "refused" });
});

test("an account of the rules has every rule at its line, every parameter with its domain", async () => {
  const account = await study.look({ kind: "account", policy });
  if (account.kind !== "account") throw new Error(account.kind);
  const { rules, parameters, files } = account.value;
  expect(rules.length).toBeGreaterThan(10);
  for (const rule of rules) {
    const lines = files.find(({ file }) => file === rule.file)?.text.split("\n") ?? [];
    expect(lines.slice(rule.line - 1, rule.lastLine).join("\n"), rule.name).toContain(`"name": "${rule.name}"`);
    expect(rule.lastLine).toBeGreaterThanOrEqual(rule.line);
  }
  for (const { file, line, name } of parameters) expect(files.find((each) => each.file === file)?.text.split("\n")[line - 1]).toContain(name);
});

test("a condition that cannot be is refused with a guess, not taken for nobody", async () => {
  expect(await study.look({ kind: "people", policy, waits: {}, where: ["event=chargedOf"], from: 0, most: 5 })).toMatchObject({ kind: "refused", why: { en: expect.stringMatching(/chargedOff/u) } });
});
