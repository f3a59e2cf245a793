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
  "CN-CRQ-001", "CN-CRQ-002", "CN-LIM-001", "CN-LIM-003", "CN-LIM-004", "CN-NEG-001", "CN-NEG-002",
  "CN-COL-001", "CN-COL-002",
  "CN-CLO-001", "CN-CLO-002", "CN-CLO-003", "CN-CLO-004", "CN-CLO-005", "CN-CLO-006", "CN-CMP-001", "CN-CMP-002", "CN-MKT-001", "CN-MKT-002", "CN-MKT-003",
  "CN-GOV-001", "CN-GOV-002", "CN-GOV-003",
  "EU-ENR-001", "EU-ENR-002", "EU-ENR-003", "EU-DEC-001", "EU-LIM-001", "EU-CLO-001", "EU-COL-001",
  "UK-ENR-001", "UK-COL-001",
];

const cannotHappen = "the model has no such thing";

/** Rules that no shipped scenario trips, and why; their example acts do. May only shrink. */
const onlyExamples: Readonly<Record<string, string>> = {
  "CN-LIM-002": `${cannotHappen}: a purchase is paid back at the next bill or in instalments, never in one sum after a year`,
  "CN-LIM-005": "nobody of the shipped populations can owe 200,000 yuan: they do not buy for as much (below: with a lower cap)",
  "CN-PRC-004": `${cannotHappen}: the merchant is paid the whole purchase, so nothing can be deducted from what the customer gets`,
  "CN-BIL-002": `${cannotHappen}: no debt is renewed or turned into instalments by itself`,
  "CN-BIL-003": `${cannotHappen}: instalments fall due with their fees month by month, and whoever settles early owes no fee for the rest`,
  "CN-NEG-003": `${cannotHappen}: five years would have to pass after a default has ended, and the shipped scenarios run for 24 months`,
  "EU-DAT-001": "no fact of the shipped dictionary is of a social network or a special category (below: with one that is)",
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

interface Changed {
  readonly set?: readonly string[];
  /** Changes the text of the dictionary. */
  readonly dictionary?: (text: string) => string;
}

/** The scenario as a user would run it, with fewer customers. */
function benchOf(scenario: string, { set = [], dictionary: change = (text) => text }: Changed = {}): Bench {
  const read = readRunTexts({ project: openProject(quietWorld()), scenario, overrides: readOverrides([`population.customers=${customers}`, ...set]), policies: [] });
  const texts = read.texts === undefined ? undefined : { ...read.texts, dictionary: { ...read.texts.dictionary, text: change(read.texts.dictionary.text) } };
  const { bench, diagnostics } = texts === undefined ? { diagnostics: read.diagnostics } : readBench(texts);
  if (bench === undefined) throw new Error(`${scenario} was not read: ${diagnostics.map(({ message }) => message.en).join("; ")}`);
  return bench;
}

/** Rules that match in a scenario under any of its policies. */
function matchedIn(scenario: string, changed: Changed = {}): readonly string[] {
  const bench = benchOf(scenario, changed);
  const population = populationOf(bench, 0, undefined);
  return [...bench.policies.keys()].flatMap((policy) => {
    const inputs = runInputsOf(bench, { policy, replication: 0, groupBy: [], population });
    const run = prepareRun({ ...inputs, waits: settleLoads(inputs).waits });
    return viewTally(run.block(0, population.size)).laws.filter(({ violations }) => violations > 0).map(({ rule }) => rule);
  });
}

test("every rule is tripped in a shipped scenario, or has a reason why only its example act trips it", () => {
  expect([...tripped, ...Object.keys(onlyExamples)].toSorted()).toEqual(ruleIds.toSorted());
  expect(scenarios.length).toBeGreaterThanOrEqual(5);
  const found = new Set(scenarios.flatMap((scenario) => matchedIn(scenario)));
  expect(tripped.filter((rule) => !found.has(rule)), "no longer tripped").toEqual([]);
  expect(Object.keys(onlyExamples).filter((rule) => found.has(rule)), "tripped by now: move it to the first list").toEqual([]);
}, 120_000);

test("a balance above the cap is found where the cap is low enough, and only then", () => {
  const few = ["population.customers=300"];
  expect(matchedIn("baseline", { set: [...few, "laws.cn.consumerLimitCapFen=1000000"] })).toContain("CN-LIM-005");
  expect(matchedIn("baseline", { set: few })).not.toContain("CN-LIM-005");
});

test("a decision that reads data of a kind that the dictionary marks trips the EU's rule, and no other rule for it", () => {
  const few = ["population.customers=300"];
  const marked = (category: string) => (text: string): string => text.replace('"name": "shop.tenureMonths",', `"name": "shop.tenureMonths", "category": "${category}",`);
  const before = matchedIn("eu-law", { set: few });
  expect(before).not.toContain("EU-DAT-001");
  for (const category of ["social-network", "special"]) {
    const after = matchedIn("eu-law", { set: few, dictionary: marked(category) });
    expect(after.filter((rule) => rule !== "EU-DAT-001")).toEqual(before);
    expect(after).toContain("EU-DAT-001");
  }
});
