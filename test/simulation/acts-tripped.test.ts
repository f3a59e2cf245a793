// Which law rules a shipped scenario trips, and which only an example act does, each with its reason.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLawPack } from "../../src/policy/index.ts";
import { prepareRun, settleLoads, viewTally } from "../../src/simulation/index.ts";
import { readBench, type Bench } from "../../src/workbench/bench.ts";
import { populationOf } from "../../src/workbench/open-population.ts";
import { readOverrides } from "../../src/workbench/overrides.ts";
import { openProject } from "../../src/workbench/project.ts";
import { runInputsOf } from "../../src/workbench/run-bench.ts";
import { readRunTexts } from "../../src/workbench/run-texts.ts";
import { quietWorld, root } from "../workbench/world.ts";
import { dictionary, source } from "./world.ts";

/** Rules that some policy trips in a shipped scenario. May only grow. */
const tripped: readonly string[] = [
  "CN-ENR-001", "CN-ENR-002", "CN-ENR-003", "CN-ENR-004", "CN-ENR-005", "CN-ENR-006", "CN-ENR-007", "CN-ENR-008", "CN-ENR-009",
  "CN-DAT-001", "CN-DAT-002", "CN-DAT-003", "CN-DAT-004", "CN-DAT-005", "CN-DAT-006", "CN-DAT-007", "CN-DAT-008", "CN-DAT-009", "CN-DAT-010", "CN-DAT-011",
  "CN-PRC-001", "CN-PRC-002", "CN-PRC-003", "CN-PRC-005", "CN-PRC-006", "CN-PRC-007", "CN-BIL-001",
  "CN-CRQ-001", "CN-CRQ-002", "CN-LIM-003", "CN-LIM-004", "CN-NEG-001", "CN-NEG-002",
  "CN-COL-001", "CN-COL-002",
  "CN-CLO-001", "CN-CLO-002", "CN-CLO-003", "CN-CLO-004", "CN-CLO-005", "CN-CLO-006", "CN-CMP-001", "CN-CMP-002", "CN-MKT-001", "CN-MKT-002", "CN-MKT-003",
  "CN-GOV-001", "CN-GOV-002", "CN-GOV-003",
  "EU-ENR-001", "EU-ENR-002", "EU-ENR-003", "EU-DEC-001", "EU-LIM-001", "EU-CLO-001", "EU-COL-001",
  "UK-ENR-001", "UK-COL-001",
];

const noShippedPolicy = "no shipped policy does it";
const cannotHappen = "the model has no such thing";

/** Rules that only an example act trips, and why. May only shrink. */
const onlyExamples: Readonly<Record<string, string>> = {
  "CN-LIM-001": `${noShippedPolicy}: every limit ends far below 200,000 yuan`,
  "CN-LIM-002": `${cannotHappen}: nothing is repaid in one sum after more than two months`,
  "CN-LIM-005": `${noShippedPolicy}: every balance ends far below 200,000 yuan`,
  "CN-PRC-004": `${cannotHappen}: all of a purchase is paid out`,
  "CN-BIL-002": `${cannotHappen}: no debt is renewed by itself`,
  "CN-BIL-003": `${cannotHappen}: nobody repays early at a fee for the unused term`,
  "CN-NEG-003": `${cannotHappen}: five years pass after a default has ended, and no scenario is so long`,
  "EU-DAT-001": `${cannotHappen}: the dictionary has no fact of a social network or a special category`,
};

const ruleIds = ["cn", "eu", "uk"].flatMap((name) => {
  const { pack } = readLawPack(source(`rules/laws/${name}.json`), dictionary);
  if (pack === undefined) throw new Error(`the law pack ${name} cannot be read`);
  return pack.rules.map(({ id }) => id);
});
const customers = 1000;

/** Scenarios whose customers are made rather than imported. */
const scenarios = readdirSync(join(root, "scenarios"))
  .filter((file) => file.endsWith(".json") && !source(`scenarios/${file}`).text.includes('"mapping"'))
  .map((file) => file.slice(0, -".json".length));

/** The scenario as a user would run it, with fewer customers. */
function benchOf(scenario: string): Bench {
  const read = readRunTexts({ project: openProject(quietWorld()), scenario, overrides: readOverrides([`population.customers=${customers}`]), policies: [] });
  const { bench, diagnostics } = read.texts === undefined ? { diagnostics: read.diagnostics } : readBench(read.texts);
  if (bench === undefined) throw new Error(`${scenario} was not read: ${diagnostics.map(({ message }) => message.en).join("; ")}`);
  return bench;
}

/** Rules that match in a scenario under any of its policies. */
function matchedIn(scenario: string): readonly string[] {
  const bench = benchOf(scenario);
  const population = populationOf(bench, 0, undefined);
  return [...bench.policies.keys()].flatMap((policy) => {
    const inputs = runInputsOf(bench, { policy, replication: 0, groupBy: [], population });
    const run = prepareRun({ ...inputs, waits: settleLoads(inputs).waits });
    return viewTally(run.block(0, customers)).laws.filter(({ violations }) => violations > 0).map(({ rule }) => rule);
  });
}

test("every rule is tripped in a shipped scenario, or has a reason why only its example act trips it", () => {
  expect([...tripped, ...Object.keys(onlyExamples)].toSorted()).toEqual(ruleIds.toSorted());
  expect(scenarios.length).toBeGreaterThanOrEqual(5);
  const found = new Set(scenarios.flatMap(matchedIn));
  expect(tripped.filter((rule) => !found.has(rule)), "no longer tripped").toEqual([]);
  expect(Object.keys(onlyExamples).filter((rule) => found.has(rule)), "tripped by now: move it to the first list").toEqual([]);
}, 120_000);
