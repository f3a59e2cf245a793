import type { Diagnostic } from "../../base/index.ts";
import { mergeTallies, type TallyData } from "../../simulation/index.ts";
import type { RuleSeverity } from "../../statistics/index.ts";
import { readBench, type Bench } from "../bench.ts";
import { createBlockRunner } from "../block-runner.ts";
import { importCustomers } from "../open-population.ts";
import { blockSize } from "../run-blocks.ts";
import type { RunTexts } from "../run-texts.ts";

/** One run of one policy, as plain data: a thread can send it back. */
export interface Side {
  /** One tally a replication; none where something the run rests on has an error. */
  readonly tallies: readonly TallyData[];
  readonly severities: readonly (readonly [string, RuleSeverity])[];
  readonly customers: number;
  readonly months: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the texts of a run and runs its first policy from beginning to end on this thread. */
export async function runSide(texts: RunTexts): Promise<Side> {
  const { bench, diagnostics } = readBench(texts);
  if (bench === undefined) return notRun(diagnostics);
  const { result, diagnostics: unread } = await importCustomers(bench, texts);
  const all = [...diagnostics, ...unread];
  if (all.some(({ level }) => level === "error")) return notRun(all);
  const imported = result?.data;
  const customers = imported?.customers ?? bench.scenario.population.customers ?? 0;
  const inputs = { texts, groupBy: [], ...(imported === undefined ? {} : { imported }) };
  return {
    tallies: talliesOf(bench, createBlockRunner(inputs, bench), customers),
    severities: bench.packs.flatMap(({ rules }) => rules.map(({ id, severity }) => [id, severity] as const)),
    customers,
    months: bench.scenario.months,
    diagnostics: all,
  };
}

/** A run that could not be, and why. */
export function notRun(diagnostics: readonly Diagnostic[]): Side {
  return { tallies: [], severities: [], customers: 0, months: 0, diagnostics };
}

function talliesOf({ policies, scenario }: Bench, runner: ReturnType<typeof createBlockRunner>, customers: number): readonly TallyData[] {
  const [policy = ""] = policies.keys();
  return Array.from({ length: scenario.replications }, (_, replication) => {
    const blocks = Array.from({ length: Math.ceil(customers / blockSize) }, (__, block) => block * blockSize);
    return mergeTallies(blocks.map((first) => runner.run({ policy, replication, first, count: Math.min(blockSize, customers - first) })));
  });
}
