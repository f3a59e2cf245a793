// What the screen looks up behind a report is what the commands say, and what the run counted.
import { expect, test } from "vitest";
import { viewTally } from "../../src/simulation/index.ts";
import { openProject } from "../../src/workbench/project.ts";
import { readRunTexts } from "../../src/workbench/run-texts.ts";
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
