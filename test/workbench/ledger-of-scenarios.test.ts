// In every shipped scenario, under every policy, with its switch, pools and economy, no fen appears or vanishes: for
// customers, for the line as a whole, and for each bearer.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditLedger, viewTally, type Tally } from "../../src/simulation/index.ts";
import { bearersOf } from "../../src/statistics/index.ts";
import { readBench } from "../../src/workbench/bench.ts";
import { populationOf } from "../../src/workbench/open-population.ts";
import { readOverrides } from "../../src/workbench/overrides.ts";
import { openProject } from "../../src/workbench/project.ts";
import { runOf } from "../../src/workbench/run-bench.ts";
import { readRunTexts } from "../../src/workbench/run-texts.ts";
import { quietWorld, root } from "./world.ts";

const customers = 14;
const scenarios = readdirSync(join(root, "scenarios")).filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length));

/** The scenario with few customers, drawn where the shipped one reads a file that may not be there. */
function benchOf(scenario: string) {
  const mapped = scenario === "imported-customers" ? [{ path: ["population", "mapping"], value: undefined, written: "no mapping" }] : [];
  const read = readRunTexts({ project: openProject(quietWorld()), scenario, overrides: [...mapped, ...readOverrides([`population.customers=${customers}`])], policies: [] });
  const { bench } = read.texts === undefined ? {} : readBench(read.texts);
  if (bench === undefined) throw new Error(`${scenario} was not read: ${read.diagnostics.map(({ message }) => message.en).join("; ")}`);
  return bench;
}

/** What all bearers have together, beside what the line has. */
function sums(tally: Tally): readonly (readonly [string, number, number])[] {
  const books = bearersOf(tally);
  const of: Tally["total"] = (counter) => tally.total(counter);
  const sum = (figure: (book: (typeof books)[number]) => number): number => books.reduce((total, book) => total + figure(book), 0);
  return [
    ["owed", sum(({ receivableFen }) => receivableFen), of("balanceFen")],
    ["loss", sum(({ lossFen }) => lossFen), of("chargedOffFen") - of("recoveredFen")],
    ["guarantee fees", sum(({ guaranteeFeeFen }) => guaranteeFeeFen), 0],
    ["changed hands", sum(({ boughtBackFen }) => boughtBackFen), 0],
    ["revenue", sum(({ revenueFen }) => revenueFen), of("merchantFeeFen") + of("instalmentFeeFen") + of("lateFeeFen") - of("waivedFen")],
  ];
}

test.each(scenarios)("the ledger of %s balances to the fen, for every bearer and in total", (scenario) => {
  const bench = benchOf(scenario);
  for (const policy of bench.policies.keys()) {
    const run = runOf(bench, { policy, replication: 0, groupBy: [], population: populationOf(bench, 0, undefined) });
    const tally = viewTally(run.block(0, customers));
    const histories = Array.from({ length: customers }, (_, customer) => run.history(customer));
    expect([policy, auditLedger(histories, tally)]).toEqual([policy, []]);
    for (const [what, found, expected] of sums(tally)) expect([policy, what, found]).toEqual([policy, what, expected]);
  }
});
